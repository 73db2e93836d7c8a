package gatehouse.session.control.token;

import gatehouse.kernel.UserId;
import gatehouse.session.entity.ConnectionToken;
import gatehouse.session.entity.ConnectionTokenId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The connections that tokens opened here. They have no sign-in of their own, and what their token stood on may go while nothing
 * runs on them.
 */
@ApplicationScoped
public class TokenUses {
    private final Set<TokenUse> open = ConcurrentHashMap.newKeySet();

    /** Before the token is redeemed: so that nothing which takes it back then is missed. */
    public TokenUse begin(ConnectionToken token) {
        TokenUse use = new TokenUse(token, open::remove);
        open.add(use);
        return use;
    }

    public List<TokenUse> of(ConnectionTokenId id) {
        return where(token -> token.id().equals(id));
    }

    public List<TokenUse> of(UserId user) {
        return where(token -> token.user().equals(user));
    }

    /** @param proof the sign-in or bearer token that issued the token */
    public List<TokenUse> issuedIn(UUID proof) {
        return where(token -> token.proof().equals(proof));
    }

    private List<TokenUse> where(Predicate<ConnectionToken> fits) {
        return open.stream().filter(use -> fits.test(use.token())).toList();
    }
}
