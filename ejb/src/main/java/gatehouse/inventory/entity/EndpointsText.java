package gatehouse.inventory.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Endpoints in a column: {@code ssh:22 sftp:22}. */
@Converter
public class EndpointsText implements AttributeConverter<List<ProtocolEndpoint>, String> {
    @Override
    public String convertToDatabaseColumn(List<ProtocolEndpoint> endpoints) {
        return endpoints.stream().map(e -> e.protocol() + ":" + e.port()).collect(Collectors.joining(" "));
    }

    @Override
    public List<ProtocolEndpoint> convertToEntityAttribute(String text) {
        return Stream.of(text.split(" ", -1))
                .filter(part -> !part.isEmpty())
                .map(EndpointsText::endpoint)
                .toList();
    }

    private static ProtocolEndpoint endpoint(String text) {
        int colon = text.indexOf(':');
        return new ProtocolEndpoint(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }
}
