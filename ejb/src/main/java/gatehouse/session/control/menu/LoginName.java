package gatehouse.session.control.menu;

import gatehouse.inventory.entity.KnownProtocols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The login name that a client sent, taken apart: {@code alice}, {@code alice@root@web-1}, {@code alice@telnet@admin@switch}, the
 * same with {@code #}, {@code JMS-<token id>}, and {@code alice@web-1} for the only account there.
 *
 * <p>People's and accounts' names may contain {@code @}. Asset and account are therefore taken from the end, the protocol only when
 * it is a known one, and everything before is the person: {@code alice@corp.example@root@web-1} works. An account with {@code @}
 * needs the form with {@code #}: {@code alice#bob@corp#web-1}.
 */
public sealed interface LoginName {
    /** Just a person: the interactive menu. */
    record Plain(String user) implements LoginName {}

    /**
     * A person and a target.
     *
     * @param protocol lower case; the usual one when not named
     * @param account empty when not named: the only one
     * @param asset name, address or id
     */
    record Direct(String user, String protocol, String account, String asset) implements LoginName {}

    /** A connection token; its value comes as the password. */
    record Token(String id) implements LoginName {}

    /** @param protocols names that may stand in the protocol's place */
    static LoginName parse(String sent, Set<String> protocols) {
        if (sent.regionMatches(true, 0, "JMS-", 0, 4) && sent.length() > 4) {
            return new Token(sent.substring(4));
        }
        return split(sent, "#", protocols)
                .or(() -> split(sent, "@", protocols))
                .or(() -> pair(sent, "#"))
                .or(() -> pair(sent, "@"))
                .orElseGet(() -> new Plain(sent));
    }

    /** {@code alice@web-1} can only mean an asset: no user of Gatehouse has such a character in the name. */
    private static Optional<LoginName> pair(String sent, String separator) {
        String[] parts = sent.split(separator, -1);
        return parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank()
                ? Optional.of(new Direct(parts[0], KnownProtocols.all().usual().name(), "", parts[1]))
                : Optional.empty();
    }

    private static Optional<LoginName> split(String sent, String separator, Set<String> protocols) {
        List<String> parts = Arrays.asList(sent.split(separator, -1));
        int n = parts.size();
        if (n < 3 || parts.stream().anyMatch(String::isBlank)) {
            return Optional.empty();
        }
        String candidate = parts.get(n - 3).toLowerCase(Locale.ROOT);
        boolean named = n > 3 && protocols.contains(candidate);
        String user = String.join(separator, parts.subList(0, named ? n - 3 : n - 2));
        return Optional.of(new Direct(
                user, named ? candidate : KnownProtocols.all().usual().name(), parts.get(n - 2), parts.get(n - 1)));
    }
}
