package gatehouse.web.inventory;

import gatehouse.inventory.entity.Platform;
import java.util.List;

/** A platform as people see it; built-in ones cannot be changed. */
public record PlatformView(
        String id,
        String name,
        String category,
        String type,
        String charset,
        String suMethod,
        List<NewPlatform.Protocol> protocols,
        boolean builtIn) {
    static PlatformView from(Platform platform) {
        return new PlatformView(
                platform.id().toString(),
                platform.name(),
                platform.category().name(),
                platform.type(),
                platform.charset(),
                platform.suMethod().name(),
                platform.protocols().stream().map(NewPlatform.Protocol::from).toList(),
                platform.builtIn());
    }
}
