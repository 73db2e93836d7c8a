package gatehouse.web;

import gatehouse.kernel.ProblemException;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/** A body on its way here; no thread waits for it. The request goes on when it is whole. It may hold a password, and is kept in one place. */
final class ComingBody implements ReadListener, AsyncListener {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final AsyncContext waiting;
    private final ServletInputStream in;
    private final Place coming;
    private final byte[] bytes = new byte[BodyLimit.MOST_OF_STRANGERS + 1];
    private int length;
    /** What comes behind the limit is dropped: many clients read no answer before they have sent everything. */
    private boolean tooLarge;

    private final AtomicBoolean over = new AtomicBoolean();

    /** What a request takes while its body comes, and while it is worked on. */
    interface Place {
        /** @param end ends the request when its place is needed; on any thread */
        default void isReadUntil(Runnable end) {}

        /**
         * It will be worked on, and is not ended any more.
         *
         * @throws ProblemException {@code TOO_MANY_REQUESTS}
         */
        default void isWhole() {}

        /** The request is over. Idempotent. */
        void left();
    }

    private ComingBody(HttpServletRequest request, HttpServletResponse response, Place coming) throws IOException {
        this.request = request;
        this.response = response;
        this.coming = coming;
        this.waiting = request.startAsync(request, response);
        this.in = request.getInputStream();
    }

    /** @param coming told once the request is over */
    static void read(HttpServletRequest request, HttpServletResponse response, Place coming) throws IOException {
        ComingBody body = new ComingBody(request, response, coming);
        body.waiting.setTimeout(PATIENCE.toMillis());
        body.waiting.addListener(body);
        if (request.getContentLengthLong() > BodyLimit.MOST_OF_STRANGERS) {
            body.refuse(BodyLimit.tooLarge(BodyLimit.MOST_OF_STRANGERS));
            return;
        }
        body.in.setReadListener(body);
        coming.isReadUntil(body::makeRoom);
    }

    /** On the thread of whoever needs the place, who waits for nothing. */
    private void makeRoom() {
        if (over.compareAndSet(false, true)) {
            waiting.start(this::madeRoom);
        }
    }

    private void madeRoom() {
        try {
            wipe();
            closeBehind();
            refuse(PersonShare.tooManyStrangers(), response);
        } catch (IOException gone) {
            WebLog.LOG.debug("whoever made room was gone already", gone);
        } finally {
            waiting.complete();
            end();
        }
    }

    /** What is still to come is not waited for. */
    private void closeBehind() {
        if (request.getProtocol().startsWith("HTTP/1")) {
            response.setHeader("Connection", "close");
        }
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (in.isReady() && !in.isFinished()) {
            length += Math.max(0, in.read(bytes, length, bytes.length - length));
            if (length == bytes.length) {
                tooLarge = true;
                length = 0;
            }
        }
        if (over.get()) {
            wipe();
        }
    }

    @Override
    public void onAllDataRead() throws IOException {
        if (tooLarge) {
            refuse(BodyLimit.tooLarge(BodyLimit.MOST_OF_STRANGERS));
            return;
        }
        if (over.compareAndSet(false, true)) {
            goesOn();
        }
    }

    private void goesOn() throws IOException {
        try {
            coming.isWhole();
        } catch (ProblemException full) {
            wipe();
            refuse(full, response);
            waiting.complete();
            end();
            return;
        }
        new WholeBody(bytes, length, coming::left).goesWith(request);
        waiting.dispatch();
    }

    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
        closeBehind();
        refuse(WebProblem.BODY_TOO_SLOW.problem(
                "the whole body has to be here within " + PATIENCE.toSeconds() + " seconds; send it again"));
    }

    /** The peer is gone. */
    @Override
    public void onError(Throwable failure) {
        if (over.compareAndSet(false, true)) {
            waiting.complete();
        }
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // nobody does after this
    }

    private void refuse(ProblemException problem) throws IOException {
        if (over.compareAndSet(false, true)) {
            wipe();
            refuse(problem, response);
            waiting.complete();
            end();
        }
    }

    private void end() {
        wipe();
        coming.left();
    }

    private void wipe() {
        Arrays.fill(bytes, (byte) 0);
    }

    static void refuse(ProblemException problem, HttpServletResponse response) throws IOException {
        ProblemView view = ProblemView.of(problem);
        response.setStatus(view.status());
        response.setContentType(ProblemView.JSON.toString());
        byte[] json =
                new JsonBinding().getContext(ProblemView.class).toJson(view).getBytes(StandardCharsets.UTF_8);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
        response.flushBuffer();
    }
}
