package gatehouse.session.control.command;

import gatehouse.session.control.screen.CellWidth;
import gatehouse.session.control.screen.ScreenListener;
import gatehouse.session.control.screen.ScreenModel;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Finds commands: where the cursor stands at the first key is the prompt's end; when a line feed follows Enter, the line's text from
 * there is the command, whatever editing, history or completion made it; what follows until the prompt is back is its output. What is
 * typed before the prompt is there is found as it was typed.
 */
final class CommandDetector implements ScreenListener {
    private static final Pattern MULTIPLEXER =
            Pattern.compile("^(\\S*/)?(tmux|screen|byobu|zellij)\\b.*", Pattern.DOTALL);
    private static final Pattern TMUX_STATUS = Pattern.compile("^\\[[^\\]]{1,60}\\] ?\\d+:.*");
    private static final Pattern INTERRUPTED = Pattern.compile("\\^[CZ\\\\]\\s*$");
    private static final char BORDER = '\u2502';
    private static final int MOST_TYPED = 65536;

    private final ScreenModel screen;
    private final ShellListener listener;
    private final Supplier<Instant> clock;
    private final StringBuilder typed = new StringBuilder();
    private boolean edited;

    private boolean promptKnown;
    private long promptLine;
    private int promptColumn;
    private String prompt = "";
    /** Nothing stood before the first key. */
    private boolean promptless;

    private String rightPrompt = "";
    /** The prompt of the last command. */
    private String shellPrompt = "";

    private int enters;
    private long interruptedLine = -1;

    private String typist = "";
    /** Who typed in the line that is being edited. */
    private final SequencedSet<String> lineTypists = new LinkedHashSet<>();
    /** The same for each line that Enter was pressed on and that the screen has not left yet. */
    private final Deque<List<String>> enteredBy = new ArrayDeque<>();

    private int number;
    private String lastCommand = "";
    private Optional<Excerpt> excerpt = Optional.empty();
    private int excerptFrom;
    private byte[] chunk = {};
    private boolean marked;

    CommandDetector(ScreenModel screen, ShellListener listener, Supplier<Instant> clock) {
        this.screen = screen;
        this.listener = listener;
        this.clock = clock;
    }

    /** Whose keys come next. */
    void typedBy(String name) {
        typist = name;
    }

    void typed(TypedKeys.Kind kind, int codePoint) {
        if (isPaused()) {
            return;
        }
        if (kind != TypedKeys.Kind.ANSWER) {
            lineTypists.addLast(typist);
        }
        switch (kind) {
            case ANSWER -> {}
            case INTERRUPT -> {
                forget();
                interruptedLine = screen.cursorLine();
            }
            case ENTER -> {
                settlePrompt();
                enters++;
                enteredBy.addLast(List.copyOf(lineTypists));
                lineTypists.clear();
            }
            case TEXT -> {
                settlePrompt();
                append(codePoint);
            }
            case PASTE -> {
                settlePrompt();
                if (codePoint != 0) {
                    append(codePoint);
                }
            }
            case KEY -> {
                settlePrompt();
                edited = true;
            }
        }
    }

    private void append(int codePoint) {
        if (enters == 0 && typed.length() < MOST_TYPED) {
            typed.appendCodePoint(codePoint);
        }
    }

    /** The first key after output: the cursor stands behind the prompt. */
    private void settlePrompt() {
        if (isPromptlessNoMore()) {
            promptKnown = false;
        }
        if (promptKnown || enters > 0 || isInterruptedRow()) {
            return;
        }
        String before = ownPane(screen.textToCursor(screen.logicalStart(), 0));
        if (screen.isAlternate() && !Prompt.looksLikeOne(before)) {
            return;
        }
        endCommand(OptionalInt.empty());
        promptIsHere();
    }

    /** Keys that show nothing, as Ctrl-D, ended what had no prompt: another row, or a prompt in the same one. */
    private boolean isPromptlessNoMore() {
        if (!promptKnown || !promptless || !typed.isEmpty()) {
            return false;
        }
        return screen.cursorLine() > promptLine
                || Prompt.looksLikeOne(ownPane(screen.textToCursor(screen.logicalStart(), 0)));
    }

    /** The row that Ctrl-C left behind, while the shell has not gone on to the next one. */
    private boolean isInterruptedRow() {
        return screen.cursorLine() == interruptedLine
                && INTERRUPTED
                        .matcher(screen.logicalText(screen.logicalStart(), 0))
                        .find();
    }

    private void promptIsHere() {
        String before = ownPane(screen.textToCursor(screen.logicalStart(), 0));
        boolean behindAnother = Prompt.looksLikeOne(shellPrompt) && before.endsWith(shellPrompt);
        boolean typedAhead = !behindAnother && Prompt.looksLikeOne(prompt) && isLonger(before, prompt);
        promptKnown = true;
        promptLine = typedAhead ? screen.logicalStart() : screen.cursorLine();
        promptColumn = typedAhead ? CellWidth.of(prompt) : screen.cursorColumn();
        if (!typedAhead) {
            prompt = behindAnother ? shellPrompt : before;
        }
        rightPrompt = ownPane(screen.logicalText(screen.cursorLine(), screen.cursorColumn()))
                .strip();
        promptless = before.isBlank();
        typed.setLength(0);
        edited = typedAhead;
    }

    private static boolean isLonger(String text, String beginning) {
        return text.length() > beginning.length() && text.startsWith(beginning);
    }

    private void forget() {
        promptKnown = false;
        enters = 0;
        enteredBy.clear();
        lineTypists.clear();
    }

    /** A full-screen program has the terminal. */
    private boolean isPaused() {
        return screen.isAlternate() && !isMultiplexer();
    }

    private boolean isMultiplexer() {
        return MULTIPLEXER.matcher(lastCommand).matches()
                || TMUX_STATUS.matcher(screen.row(screen.rows() - 1)).matches();
    }

    /** Text of the pane that the cursor is in, where tmux draws several side by side. */
    private String ownPane(String text) {
        return screen.isAlternate() ? text.substring(text.lastIndexOf(BORDER) + 1) : text;
    }

    private String upToBorder(String text) {
        int border = screen.isAlternate() ? text.indexOf(BORDER) : -1;
        return border >= 0 ? text.substring(0, border) : text;
    }

    /** Feeds the screen, which tells {@link ScreenListener} what matters. */
    void output(byte[] bytes) {
        chunk = bytes;
        excerptFrom = 0;
        screen.feed(bytes, 0, bytes.length);
        collect(bytes.length);
        chunk = new byte[0];
        if (isPromptBehindAnother()) {
            promptKnown = false;
            enters--;
            enteredBy.poll();
        }
        if (excerpt.isPresent() && !marked && (excerpt.get().isFull() || isPromptBack())) {
            endCommand(OptionalInt.empty());
        }
    }

    /** Output that nobody looked at. */
    void skipped() {
        screen.skipped();
        if (!promptKnown && promptless) {
            forget(); // which of the lines that were sent have been shown, nobody knows
        }
    }

    private void collect(int to) {
        excerpt.ifPresent(present -> present.add(chunk, Math.min(excerptFrom, to), to));
        excerptFrom = to;
    }

    private boolean isPromptBack() {
        String before = ownPane(screen.textToCursor(screen.logicalStart(), 0));
        return enters == 0 && !before.isBlank() && Prompt.end(before, prompt) == before.length();
    }

    /** A program that read without echo and without a new line has ended: the shell's prompt follows its own in the same row. */
    private boolean isPromptBehindAnother() {
        if (!promptKnown || enters == 0 || shellPrompt.isBlank() || screen.cursorColumn() <= promptColumn) {
            return false;
        }
        String before = screen.textToCursor(promptLine, promptColumn);
        return before.endsWith(shellPrompt);
    }

    @Override
    public void leaving(boolean lineFeed) {
        boolean ends = lineFeed || screen.isAlternate();
        if (enters > 0 && ends && !isPaused() && !isInterruptedRow()) {
            capture();
        }
    }

    private void capture() {
        Optional<String> line = line();
        if (line.isEmpty()) {
            return;
        }
        enters--;
        List<String> typists = enteredBy.isEmpty() ? List.of() : enteredBy.removeFirst();
        promptKnown = false;
        String text = line.get().strip();
        if (text.isEmpty()) {
            return;
        }
        collect(screen.position());
        endCommand(OptionalInt.empty());
        lastCommand = text;
        shellPrompt = prompt;
        excerpt = Optional.of(new Excerpt());
        listener.commandStarted(++number, text, clock.get(), typists);
    }

    /** What stands between the prompt and the end of the line; empty when this line has no prompt. */
    private Optional<String> line() {
        long start = screen.logicalStart();
        if (promptKnown && promptLine >= start && promptLine <= screen.cursorLine()) {
            return Optional.of(pasted(typedAhead(cleaned(screen.logicalText(promptLine, promptColumn)))));
        }
        String whole = ownPane(screen.logicalText(start, 0));
        int end = Prompt.end(whole, prompt);
        if (end >= 0) {
            return Optional.of(cleaned(whole.substring(end)));
        }
        if (!promptKnown && promptless) {
            return Optional.of(
                    cleaned(whole)); // one of several lines that were sent at once to a program without a prompt
        }
        if (!promptKnown || promptLine > start) {
            return Optional.empty();
        }
        if (!edited && typed.toString().stripTrailing().endsWith(whole.strip())) {
            return Optional.of(typed.toString());
        }
        return Optional.of(cleaned(screen.rowsText(promptLine, promptColumn)));
    }

    /**
     * Typed before there was a prompt, which came behind it in the same row: the shell shows what was typed once more, and not always
     * where it thinks it does. Only what the screen has echoed as a whole is taken.
     */
    private String typedAhead(String line) {
        String text = typed.toString().strip();
        if (!promptless || edited || text.isEmpty() || line.length() <= text.length()) {
            return line;
        }
        return line.startsWith(text) || isShownAgain(line, text) ? text : line;
    }

    /** A beginning of it, the prompt, and the whole. */
    private static boolean isShownAgain(String line, String text) {
        int common = 0;
        while (common < text.length() && line.charAt(common) == text.charAt(common)) {
            common++;
        }
        int again = line.length() - text.length();
        return common > 0
                && common < again
                && line.endsWith(text)
                && Prompt.looksLikeOne(line.substring(common, again));
    }

    /** Several lines pasted as one command: the screen shows its first line here, and it was typed as a whole. */
    private String pasted(String line) {
        boolean severalLines = !edited && typed.indexOf("\n") >= 0 && typed.indexOf(line) == 0;
        return severalLines ? typed.toString() : line;
    }

    private String cleaned(String text) {
        String line = upToBorder(text).stripTrailing();
        boolean right = !rightPrompt.isEmpty() && line.endsWith(rightPrompt);
        return right ? line.substring(0, line.length() - rightPrompt.length()).stripTrailing() : line;
    }

    private void endCommand(OptionalInt exitStatus) {
        if (excerpt.isPresent()) {
            String output = excerpt.get().text(prompt);
            excerpt = Optional.empty();
            listener.commandEnded(number, output, exitStatus);
        }
    }

    @Override
    public void alternate(boolean entered) {
        collect(screen.position());
        if (entered) {
            endCommand(OptionalInt.empty());
        }
        forget();
    }

    @Override
    public void mark(char mark, String argument) {
        marked = true;
        if (mark == 'B') {
            promptIsHere();
        }
        if (mark == 'D') {
            collect(screen.position());
            endCommand(status(argument));
        }
    }

    private static OptionalInt status(String argument) {
        String digits = argument.length() > 3 ? "" : argument;
        boolean number = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    void close() {
        endCommand(OptionalInt.empty());
    }
}
