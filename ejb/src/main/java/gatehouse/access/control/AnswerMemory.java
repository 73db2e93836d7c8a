package gatehouse.access.control;

import java.time.Duration;
import java.util.Optional;

/** Where {@link KeyedAnswers} are, for all servers together. Each operation is one step, whoever does another at the same time. */
interface AnswerMemory {
    Optional<String> find(String place);

    /** @return what is there already; empty when {@code text} was put */
    Optional<String> putIfAbsent(String place, String text, Duration kept);

    /** Nothing when something else than {@code old} is there. */
    void replace(String place, String old, String text, Duration kept);

    /** Nothing when something else than {@code old} is there. */
    void remove(String place, String old);

    /** How many places begin so. */
    long count(String prefix);
}
