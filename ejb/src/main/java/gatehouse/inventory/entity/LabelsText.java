package gatehouse.inventory.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Set;
import java.util.stream.Collectors;

/** Labels in a column: {@code name:value}, one a line. */
@Converter
public class LabelsText implements AttributeConverter<Set<Label>, String> {
    @Override
    public String convertToDatabaseColumn(Set<Label> labels) {
        return labels.stream().map(Label::toString).sorted().collect(Collectors.joining("\n"));
    }

    @Override
    public Set<Label> convertToEntityAttribute(String text) {
        return text.lines().filter(line -> !line.isBlank()).map(Label::parse).collect(Collectors.toUnmodifiableSet());
    }
}
