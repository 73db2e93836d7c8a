package gatehouse.inventory.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A platform's protocols in a column, one a line: {@code ssh 22 primary legacy_algorithms=true&x=y}, values percent-encoded. */
@Converter
public class PlatformProtocolsText implements AttributeConverter<List<PlatformProtocol>, String> {
    @Override
    public String convertToDatabaseColumn(List<PlatformProtocol> protocols) {
        return protocols.stream().map(PlatformProtocolsText::line).collect(Collectors.joining("\n"));
    }

    @Override
    public List<PlatformProtocol> convertToEntityAttribute(String text) {
        return text.lines().map(PlatformProtocolsText::protocol).toList();
    }

    private static String line(PlatformProtocol protocol) {
        String settings = new TreeMap<>(protocol.settings())
                .entrySet().stream()
                        .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                        .collect(Collectors.joining("&"));
        return protocol.name() + " " + protocol.port() + (protocol.primary() ? " primary " : " other ") + settings;
    }

    private static PlatformProtocol protocol(String line) {
        String[] parts = line.split(" ", 4);
        Map<String, String> settings = new TreeMap<>();
        for (String setting : parts[3].split("&", -1)) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                settings.put(decoded(setting.substring(0, equals)), decoded(setting.substring(equals + 1)));
            }
        }
        return new PlatformProtocol(parts[0], Integer.parseInt(parts[1]), parts[2].equals("primary"), settings);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
