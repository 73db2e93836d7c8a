package gatehouse.web.setting;

import gatehouse.kernel.Page;
import gatehouse.setting.boundary.Settings;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Needs;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What administrators set while Gatehouse runs. */
@Needs("setting.record.view")
@Path("/settings/settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SettingsResource {
    @Inject
    private Settings settings;

    @Inject
    private CurrentCaller caller;

    /** @param values durations are ISO 8601 */
    public record SettingView(String name, JsonObject values) {}

    @GET
    public Page<SettingView> list() {
        List<SettingView> all = settings.list(caller.get()).entrySet().stream()
                .map(entry -> new SettingView(entry.getKey(), entry.getValue()))
                .toList();
        return new Page<>(all, all.size());
    }

    @GET
    @Path("/{name}/")
    public SettingView get(@PathParam("name") String name) {
        return new SettingView(name, settings.require(caller.get(), name));
    }

    /** Absent keys go back to their defaults. */
    @PUT
    @Needs("setting.record.edit")
    @Path("/{name}/")
    public SettingView put(@PathParam("name") String name, JsonObject values) {
        return new SettingView(name, settings.put(caller.get(), name, values));
    }
}
