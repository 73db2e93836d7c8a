package gatehouse.web.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Says what the binding does and the classes' types do not: a member that is no {@code Optional} is always there, in answers and in
 * bodies; an {@code Optional} is left out rather than null; a method without a result answers 204;
 * whatever else comes is a problem.
 */
public class BindingFilter implements OASFilter {
    private static final String CREATED = "201";
    private static final String NO_CONTENT = "204";

    @Override
    public Schema filterSchema(Schema schema) {
        Map<String, Schema> members = schema.getProperties();
        if (members != null && schema.getRequired() == null) {
            List<String> required = new ArrayList<>();
            members.forEach((name, member) -> {
                if (!isNullable(member)) {
                    required.add(name);
                }
            });
            schema.setRequired(required.isEmpty() ? null : required);
        }
        return schema;
    }

    private static boolean isNullable(Schema member) {
        return says(member, SchemaType.NULL)
                || Optional.ofNullable(member.getAnyOf()).orElse(List.of()).stream()
                        .anyMatch(choice -> says(choice, SchemaType.NULL));
    }

    private static boolean says(Schema schema, SchemaType type) {
        return schema.getType() != null && schema.getType().contains(type);
    }

    @Override
    public Operation filterOperation(Operation operation) {
        APIResponses responses = operation.getResponses();
        APIResponse created = responses.getAPIResponse(CREATED);
        if (created != null && created.getContent() == null) {
            responses.removeAPIResponse(CREATED);
            created.setDescription("No Content");
            responses.addAPIResponse(NO_CONTENT, created);
        }
        responses.addAPIResponse(
                APIResponses.DEFAULT, OASFactory.createAPIResponse().ref("Problem"));
        return operation;
    }
}
