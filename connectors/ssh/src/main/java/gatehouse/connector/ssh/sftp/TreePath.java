package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.files.FilePath;
import gatehouse.connector.spi.files.FileTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A path as the client of a tree sees it, taken apart: {@code /web-1/root/a/../b} is the target {@code [web-1, root]} and there
 * {@code /b}. {@code ..} is resolved here, by name, so that no path leads out of its target; links are followed by the target itself
 * and stay there. Below a target, {@code ~} stands for where its account starts.
 */
record TreePath(List<String> names) {
    private static final String HOME = "~";

    TreePath {
        names = List.copyOf(names);
    }

    static TreePath of(FilePath path) {
        List<String> names = new ArrayList<>();
        for (String name : path.latin1().split("/", -1)) {
            switch (name) {
                case "", "." -> {}
                case ".." -> {
                    if (!names.isEmpty()) {
                        names.removeLast();
                    }
                }
                default -> names.add(name);
            }
        }
        return new TreePath(names);
    }

    /** It names a target or something on one. */
    boolean onTarget() {
        return names.size() >= FileTree.DEPTH;
    }

    boolean isTarget() {
        return names.size() == FileTree.DEPTH;
    }

    /** Names of folders of Gatehouse are text. */
    List<String> folders() {
        return names.stream().limit(FileTree.DEPTH).map(TreePath::text).toList();
    }

    boolean sameTarget(TreePath other) {
        return onTarget() && other.onTarget() && folders().equals(other.folders());
    }

    /** Where it is at its target. */
    FilePath atTarget() {
        List<String> rest = names.subList(FileTree.DEPTH, names.size());
        if (!rest.isEmpty() && rest.getFirst().equals(HOME)) {
            return FilePath.ofLatin1(rest.size() == 1 ? "." : String.join("/", rest.subList(1, rest.size())));
        }
        return FilePath.ofLatin1("/" + String.join("/", rest));
    }

    /** What a target calls {@code path}, as the client of the tree sees it. It cannot name anything outside of the target. */
    TreePath seen(FilePath path) {
        List<String> all = new ArrayList<>(names.subList(0, FileTree.DEPTH));
        all.addAll(of(path).names());
        return new TreePath(all);
    }

    FilePath path() {
        return FilePath.ofLatin1("/" + String.join("/", names));
    }

    private static String text(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    static String latin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
