package gatehouse.web.identity;

import gatehouse.identity.boundary.Profile;
import gatehouse.identity.entity.User;
import gatehouse.kernel.Secret;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Redacted;
import gatehouse.web.ShownOnce;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the caller may see and change about themselves. */
@Path("/users/me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MeResource {
    @Inject
    private Profile profile;

    @Inject
    private CurrentCaller caller;

    /**
     * @param rights codes of what the caller's roles allow
     * @param passwordMustChange until it was changed there are no rights, and keys and the second factor stay as they are
     */
    public record MeView(
            UUID id,
            UUID organisation,
            String username,
            String name,
            String email,
            String locale,
            List<String> rights,
            boolean totpEnrolled,
            boolean passwordMustChange) {}

    /** @param locale BCP 47; empty: as the browser says */
    public record MePatch(String locale) {}

    /** @param revokeTokens whether the caller's bearer tokens go as well; they stay when absent */
    public record PasswordChange(String oldPassword, String newPassword, Optional<Boolean> revokeTokens) {
        @Override
        public String toString() {
            return Redacted.of(this);
        }
    }

    /**
     * @param uri for a QR code ({@code otpauth:})
     * @param secret the key in Base32, for typing
     */
    public record TotpOffer(String uri, String secret) {
        @Override
        public String toString() {
            return Redacted.of(this);
        }
    }

    public record TotpConfirmation(String code) {
        @Override
        public String toString() {
            return Redacted.of(this);
        }
    }

    @GET
    public MeView get() {
        return view(profile.require(caller.get()));
    }

    @PATCH
    public MeView patch(MePatch patch) {
        return view(profile.changeLocale(caller.get(), patch.locale()));
    }

    @POST
    @Path("/password/")
    public void changePassword(PasswordChange change) {
        profile.changePassword(
                caller.get(),
                Secret.ofString(change.oldPassword()),
                Secret.ofString(change.newPassword()),
                change.revokeTokens().orElse(false));
    }

    @POST
    @ShownOnce
    @Path("/totp/")
    public TotpOffer offerTotp() {
        try (Secret uri = profile.offerTotp(caller.get())) {
            String text = uri.asString();
            return new TotpOffer(text, text.replaceFirst(".*[?&]secret=([A-Z2-7]+).*", "$1"));
        }
    }

    @POST
    @Path("/totp/confirm/")
    public void confirmTotp(TotpConfirmation confirmation) {
        profile.confirmTotp(caller.get(), Secret.ofString(confirmation.code().strip()));
    }

    @DELETE
    @Path("/totp/")
    public void removeTotp() {
        profile.removeTotp(caller.get());
    }

    private MeView view(User user) {
        return new MeView(
                user.id().value(),
                user.organisation().value(),
                user.username(),
                user.name(),
                user.email(),
                user.locale(),
                caller.get().rights().stream().sorted().toList(),
                profile.totpEnrolled(caller.get()),
                profile.passwordMustChange(caller.get()));
    }
}
