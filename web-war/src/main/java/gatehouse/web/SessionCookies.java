package gatehouse.web;

import gatehouse.kernel.Secret;
import gatehouse.keyring.boundary.Keyring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * The cookies of a browser: {@code __Host-gatehouse} proves the sign-in and no script can read it; {@code gatehouse-csrf} holds the token
 * that requests which change something send back as {@code X-CSRF-Token} (bound to the first by a MAC);
 * {@code __Host-gatehouse-next} carries a sign-in that waits for its second factor.
 */
@ApplicationScoped
public class SessionCookies {
    static final String SIGN_IN = "__Host-gatehouse";
    public static final String NEXT = "__Host-gatehouse-next";
    static final String CSRF = "gatehouse-csrf";
    static final String CSRF_HEADER = "X-CSRF-Token";
    private static final String PURPOSE = "web.csrf";
    private static final int UNTIL_CLOSED = -1;
    private static final int GONE = 0;

    @Inject
    private Keyring keyring;

    public ResponseBuilder signIn(ResponseBuilder response, Secret cookie) {
        return response.cookie(
                cookie(SIGN_IN, cookie.asString(), true, UNTIL_CLOSED),
                cookie(CSRF, csrf(cookie), false, UNTIL_CLOSED),
                cookie(NEXT, "", true, GONE));
    }

    public ResponseBuilder next(ResponseBuilder response, Secret conversation, int seconds) {
        return response.cookie(cookie(NEXT, conversation.asString(), true, seconds));
    }

    public ResponseBuilder signOut(ResponseBuilder response) {
        return response.cookie(cookie(SIGN_IN, "", true, GONE), cookie(CSRF, "", false, GONE));
    }

    boolean csrfFits(Secret cookie, String given) {
        return MessageDigest.isEqual(
                csrf(cookie).getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
    }

    private String csrf(Secret cookie) {
        byte[] bytes = cookie.bytes();
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(keyring.mac(PURPOSE, bytes));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static NewCookie cookie(String name, String value, boolean httpOnly, int maxAge) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .secure(true)
                .httpOnly(httpOnly)
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge(maxAge)
                .build();
    }
}
