package gatehouse.web.access;

import gatehouse.access.boundary.Callers;
import gatehouse.access.boundary.SignIn;
import gatehouse.access.boundary.SignInConversation;
import gatehouse.access.boundary.SignIns;
import gatehouse.access.boundary.StepUp;
import gatehouse.access.entity.AccessProblem;
import gatehouse.access.entity.SignInId;
import gatehouse.access.entity.SignInStep;
import gatehouse.access.entity.StepUpState;
import gatehouse.identity.boundary.FirstAdministrator;
import gatehouse.identity.entity.OneTimeLink.Purpose;
import gatehouse.identity.entity.PasswordRules;
import gatehouse.kernel.Secret;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Given;
import gatehouse.web.Proof;
import gatehouse.web.Redacted;
import gatehouse.web.SessionCookies;
import gatehouse.web.WithoutSignIn;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Signing in with a browser, signing out, and the way in for the first administrator. */
@Path("/authentication")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AuthenticationResource {
    private static final int CONVERSATION_SECONDS = 300;

    @Inject
    private SignIn signIn;

    @Inject
    private SignIns signIns;

    @Inject
    private Callers callers;

    @Inject
    private StepUp stepUp;

    @Inject
    private Proof proof;

    @Inject
    private FirstAdministrator firstAdministrator;

    @Inject
    private SessionCookies cookies;

    @Inject
    private CurrentCaller caller;

    @Context
    private HttpServletRequest request;

    public record PasswordProof(String username, String password) {
        @Override
        public String toString() {
            return Redacted.of(this);
        }
    }

    public record CodeProof(String code) {
        @Override
        public String toString() {
            return Redacted.of(this);
        }
    }

    /**
     * Where a sign-in stands.
     *
     * @param factors which may come next, when it is not done: {@code TOTP}
     */
    public record SignInAnswer(boolean signedIn, List<String> factors) {}

    /** @param code a one-time code, where a second factor is enrolled */
    public record FreshProof(String password, Optional<String> code) {
        @Override
        public String toString() {
            return Redacted.of(this);
        }
    }

    /**
     * How fresh the proof of who the caller is.
     *
     * @param until when it is fresh no more; absent when it is not now
     * @param factors that a new one consists of: {@code PASSWORD}, {@code TOTP}
     */
    public record StepUpView(boolean fresh, Optional<Instant> until, List<String> factors) {
        static StepUpView from(StepUpState state) {
            return new StepUpView(
                    state.until().isPresent(),
                    state.until(),
                    state.factors().stream().map(Enum::name).sorted().toList());
        }
    }

    public record FirstAdministratorProof(String token, String username, String name, String password) {
        @Override
        public String toString() {
            return Redacted.of(this);
        }
    }

    public record ResetProof(String token, String password) {
        @Override
        public String toString() {
            return Redacted.of(this);
        }
    }

    public record LinkProof(String token) {
        @Override
        public String toString() {
            return Redacted.of(this);
        }
    }

    /**
     * What a password must be.
     *
     * @param minimumLength in characters
     */
    public record PasswordRulesView(int minimumLength) {
        static PasswordRulesView from(PasswordRules rules) {
            return new PasswordRulesView(rules.minimumLength());
        }
    }

    @POST
    @Path("/sign-in/")
    @WithoutSignIn
    @APIResponseSchema(SignInAnswer.class)
    public Response signIn(PasswordProof proof) {
        SignInConversation conversation = signIn.begin(Proof.origin(request, "web"), proof.username());
        return answer(conversation, conversation.password(Secret.ofString(proof.password())));
    }

    @POST
    @Path("/totp/")
    @WithoutSignIn
    @APIResponseSchema(SignInAnswer.class)
    public Response totp(CodeProof proof) {
        SignInConversation conversation = Proof.cookie(request, SessionCookies.NEXT)
                .flatMap(text -> signIn.resume(Proof.origin(request, "web"), text))
                .orElseThrow(() -> AccessProblem.NOT_SIGNED_IN.problem("begin with the password again"));
        return answer(
                conversation, conversation.totp(Secret.ofString(proof.code().strip())));
    }

    @POST
    @Path("/sign-out/")
    @APIResponse(responseCode = "204")
    public Response signOut() {
        if (proof.isByCookie(request)) {
            signIns.end(caller.get(), new SignInId(caller.get().signIn()));
        }
        return cookies.signOut(Response.noContent()).build();
    }

    @GET
    @Path("/step-up/")
    public StepUpView freshness() {
        return StepUpView.from(stepUp.state(caller.get()));
    }

    /** Proves once more who the caller is; what answered {@code STEP_UP_REQUIRED} may be sent again then. */
    @POST
    @Path("/step-up/")
    public StepUpView stepUp(FreshProof given) {
        return StepUpView.from(stepUp.prove(
                caller.get(),
                Secret.ofString(given.password()),
                Given.member(given.code(), code -> Secret.ofString(code.strip()))));
    }

    @POST
    @Path("/setup/")
    @WithoutSignIn
    public void setUp(FirstAdministratorProof proof) {
        firstAdministrator.create(
                Secret.ofString(proof.token()), proof.username(), proof.name(), Secret.ofString(proof.password()));
    }

    @POST
    @Path("/reset/")
    @WithoutSignIn
    public void reset(ResetProof proof) {
        firstAdministrator.reset(Secret.ofString(proof.token()), Secret.ofString(proof.password()));
    }

    /** Whether a link for setting up is still good; uses nothing up. {@code LINK_INVALID} when it is not. */
    @POST
    @Path("/setup/check/")
    @WithoutSignIn
    public PasswordRulesView checkSetup(LinkProof link) {
        return PasswordRulesView.from(firstAdministrator.check(Purpose.SETUP, Secret.ofString(link.token())));
    }

    /** Whether a link for a new password is still good; uses nothing up. {@code LINK_INVALID} when it is not. */
    @POST
    @Path("/reset/check/")
    @WithoutSignIn
    public PasswordRulesView checkReset(LinkProof link) {
        return PasswordRulesView.from(firstAdministrator.check(Purpose.RESET, Secret.ofString(link.token())));
    }

    private Response answer(SignInConversation conversation, SignInStep step) {
        return switch (step) {
            case SignInStep.SignedIn done -> {
                try (Secret cookie = callers.issueCookie(done.id())) {
                    yield cookies.signIn(Response.ok(new SignInAnswer(true, List.of())), cookie)
                            .build();
                }
            }
            case SignInStep.NextFactor next -> {
                List<String> factors =
                        next.factors().stream().map(Enum::name).sorted().toList();
                try (Secret text = signIn.suspend(conversation)) {
                    yield cookies.next(Response.ok(new SignInAnswer(false, factors)), text, CONVERSATION_SECONDS)
                            .build();
                }
            }
            case SignInStep.NotYet(String message) -> throw AccessProblem.REFUSED.problem(message);
            case SignInStep.Barred(String message) -> throw AccessProblem.REFUSED.problem(message);
            case SignInStep.Refused refused -> throw AccessProblem.REFUSED.problem(refused.message());
        };
    }
}
