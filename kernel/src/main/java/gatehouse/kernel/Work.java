package gatehouse.kernel;

import jakarta.enterprise.concurrent.ContextService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The only place that starts virtual threads: work that waits (dialling, policy, database) leaves protocol threads through here.
 * The context service carries naming and class loader of the component that started it.
 */
public final class Work implements Executor {
    private final String name;
    private final ContextService context;

    /** @param name prefix of the threads' names, for thread dumps */
    public Work(String name, ContextService context) {
        this.name = name;
        this.context = context;
    }

    @Override
    public void execute(Runnable task) {
        Runnable contextual = context == null ? task : context.createContextualProxy(task, Runnable.class);
        Thread.ofVirtual().name(name).start(contextual);
    }

    /**
     * Runs {@code task}; its exception, or what {@link DatabaseOutage} or {@link RefusedText} makes of it, completes the future
     * exceptionally.
     */
    public <T> CompletableFuture<T> supply(Supplier<T> task) {
        return CompletableFuture.supplyAsync(() -> shown(task), this);
    }

    private static <T> T shown(Supplier<T> task) {
        try {
            return task.get();
        } catch (RuntimeException failure) {
            throw RefusedText.in(failure)
                    .<RuntimeException>map(problem -> problem)
                    .orElseGet(() -> DatabaseOutage.shown(failure));
        }
    }
}
