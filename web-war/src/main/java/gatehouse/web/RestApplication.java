package gatehouse.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Resources and providers are found by their annotations. */
@OpenAPIDefinition(
        info = @Info(title = "Gatehouse", version = "unreleased"),
        components = @Components(schemas = @Schema(name = "ProblemView", implementation = ProblemView.class)))
@ApplicationPath("/api/v1")
public class RestApplication extends Application {}
