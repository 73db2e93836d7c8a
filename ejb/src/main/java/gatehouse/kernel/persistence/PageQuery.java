package gatehouse.kernel.persistence;

import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads one page of any entity. Only for rows that belong to no organisation; the others are read through {@link Rows}, which adds
 * the scope.
 */
public final class PageQuery<T> {
    private final EntityManager entities;
    private final Listing<T> listing;
    private final List<Criterion<T>> criteria;

    public PageQuery(EntityManager entities, Listing<T> listing, List<Criterion<T>> criteria) {
        this.entities = entities;
        this.listing = listing;
        this.criteria = List.copyOf(criteria);
    }

    public Page<T> read(PageRequest request) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<T> query = builder.createQuery(listing.type());
        Root<T> root = query.from(listing.type());
        query.select(root).where(conditions(builder, root, request.search())).orderBy(orders(builder, root, request));
        List<T> items = entities.createQuery(query)
                .setFirstResult(request.offset())
                .setMaxResults(request.limit())
                .getResultList();
        return new Page<>(items, total(builder, request, items.size()));
    }

    /** The count is asked of the database only when this page does not show where the list ends. */
    private long total(CriteriaBuilder builder, PageRequest request, int found) {
        if (found < request.limit() && (found > 0 || request.offset() == 0)) {
            return request.offset() + (long) found;
        }
        CriteriaQuery<Long> query = builder.createQuery(Long.class);
        Root<T> root = query.from(listing.type());
        query.select(builder.count(root)).where(conditions(builder, root, request.search()));
        return entities.createQuery(query).getSingleResult();
    }

    private Predicate[] conditions(CriteriaBuilder builder, Root<T> root, String search) {
        List<Predicate> all = new ArrayList<>();
        criteria.forEach(criterion -> all.add(criterion.on(builder, root)));
        if (!search.isBlank()) {
            String pattern = "%" + escaped(search.strip().toLowerCase(Locale.ROOT)) + "%";
            all.add(builder.or(listing.searched().stream()
                    .map(name -> builder.like(builder.lower(root.get(name)), pattern, '\\'))
                    .toArray(Predicate[]::new)));
        }
        return all.toArray(Predicate[]::new);
    }

    /** The key comes last, so that pages never overlap when the wanted fields are equal. */
    private List<Order> orders(CriteriaBuilder builder, Root<T> root, PageRequest request) {
        List<Order> orders = new ArrayList<>();
        for (PageRequest.Order order : listing.orderOf(request)) {
            var path = root.get(listing.attributeOf(order.field()));
            orders.add(order.descending() ? builder.desc(path) : builder.asc(path));
        }
        orders.add(builder.asc(root.get("id")));
        return orders;
    }

    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
