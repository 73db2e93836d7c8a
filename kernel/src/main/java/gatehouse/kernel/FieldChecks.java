package gatehouse.kernel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Collects what is wrong with the fields of something, so that whoever sent it is told all of it at once. */
public final class FieldChecks {
    /** Whoever gets more wrong is told the rest the next time. */
    static final int MOST = 50;

    private final List<ProblemException> refusals = new ArrayList<>();

    public FieldChecks require(boolean holds, String field, ProblemCode code, String detail) {
        if (!holds) {
            note(code.at(field, detail));
        }
        return this;
    }

    /** What {@code read} gives; empty when it refuses, which is then wrong with {@code field}. */
    public <T> Optional<T> read(String field, Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (ProblemException refusal) {
            note(of(field, refusal));
            return Optional.empty();
        }
    }

    /** Like {@link #read}, of something that gives nothing. */
    public FieldChecks check(String field, Runnable check) {
        read(field, () -> {
            check.run();
            return field;
        });
        return this;
    }

    /** What {@code read} gives; when it refuses, {@code field} is wrong. */
    public static <T> T about(String field, Supplier<T> read) {
        try {
            return read.get();
        } catch (ProblemException refusal) {
            throw of(field, refusal);
        }
    }

    /** What no other value would help against is no field's fault, and ends the checks. */
    private static ProblemException of(String field, ProblemException refusal) {
        return switch (refusal.kind()) {
            case INVALID, UNAUTHENTICATED, FORBIDDEN, REVIEW_REQUIRED, NOT_FOUND, CONFLICT, LIMITED ->
                refusal.at(field);
            case BUG, UNAVAILABLE, TARGET_FAILED, TARGET_TIMEOUT -> throw refusal;
        };
    }

    /**
     * The last check: what {@code make} gives when everything was right. Of a field that is known to be wrong it is not asked again: it may
     * have stood in with something else.
     */
    public <T> T whole(Supplier<T> make) {
        T made;
        try {
            made = make.get();
        } catch (ProblemException refusal) {
            throw refusals.isEmpty() ? refusal : all(refusal.fields());
        }
        orThrow();
        return made;
    }

    /** @throws ProblemException about every field that is wrong */
    public void orThrow() {
        if (!refusals.isEmpty()) {
            throw refusals.size() == 1 ? refusals.getFirst() : all(List.of());
        }
    }

    /** Nothing more is told: whoever reads a long list may stop, as something is wrong anyway. */
    public boolean areFull() {
        return refusals.size() == MOST;
    }

    private void note(ProblemException refusal) {
        if (!areFull()) {
            refusals.add(refusal);
        }
    }

    private ProblemException all(List<WrongField> further) {
        List<WrongField> wrong = new ArrayList<>();
        refusals.forEach(refusal -> wrong.addAll(refusal.fields()));
        Set<String> known = wrong.stream().map(WrongField::top).collect(Collectors.toSet());
        further.stream().filter(field -> !known.contains(field.top())).forEach(wrong::add);
        List<WrongField> told = wrong.subList(0, Math.min(MOST, wrong.size()));
        Set<String> details =
                told.stream().map(WrongField::detail).collect(Collectors.toCollection(LinkedHashSet::new));
        ProblemException first = refusals.getFirst();
        return new ProblemException(first.code(), String.join("; ", details), first, told);
    }
}
