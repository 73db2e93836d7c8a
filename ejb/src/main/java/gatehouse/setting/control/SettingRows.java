package gatehouse.setting.control;

import gatehouse.setting.entity.SettingRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Rows of settings. They belong to the installation, not to an organisation. */
@ApplicationScoped
public class SettingRows {
    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entities;

    protected SettingRows() {}

    SettingRows(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<SettingRecord> find(String name) {
        return Optional.ofNullable(entities.find(SettingRecord.class, name));
    }

    public void add(SettingRecord row) {
        entities.persist(row);
    }
}
