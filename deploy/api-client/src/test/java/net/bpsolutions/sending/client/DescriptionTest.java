package net.bpsolutions.sending.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description of the API, as another's parser reads it. */
class DescriptionTest {

    private static final Path FILE = Path.of("../../domain-registry/target/openapi/openapi.yaml");

    @Test
    void isReadWithoutAComplaint() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        options.setValidateInternalRefs(true);

        SwaggerParseResult result = new OpenAPIV3Parser().readLocation(FILE.toString(), List.of(), options);

        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI()).isNotNull();
    }

    @Test
    void namesEveryCallOnceAndSaysWhatItIs() {
        List<Operation> operations = operations().toList();

        assertThat(operations)
                .extracting(Operation::getOperationId)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(operations).allSatisfy(operation -> {
            assertThat(operation.getSummary()).as(operation.getOperationId()).isNotBlank();
            assertThat(operation.getTags()).as(operation.getOperationId()).hasSize(1);
        });
        assertThat(api().getTags())
                .allSatisfy(tag -> assertThat(tag.getDescription()).isNotBlank());
    }

    @Test
    void saysOfEveryCallWhoMayMakeItAndHowItIsRefused() {
        assertThat(calls()).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.getSecurity()).as(operation.getOperationId()).isNotEmpty();
            assertThat(operation.getResponses().keySet())
                    .as(operation.getOperationId())
                    .containsAll(Set.of("400", "401", "403", "429", "503"))
                    .anyMatch(status -> status.startsWith("2"));
        });
        assertThat(api().getComponents().getResponses().values())
                .allSatisfy(response -> assertThat(response.getContent()).containsOnlyKeys("application/problem+json"));
    }

    @Test
    void takesAnIdempotencyKeyWithEveryPost() {
        assertThat(api().getPaths().values())
                .filteredOn(path -> path.getPost() != null && path.getPost().getSecurity() != null)
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path.getPost().getParameters())
                        .extracting(Parameter::getName)
                        .contains("Idempotency-Key"));
    }

    private static Stream<Operation> calls() {
        return api().getPaths().entrySet().stream()
                .filter(path -> path.getKey().startsWith("/v1/"))
                .flatMap(path -> path.getValue().readOperations().stream());
    }

    private static Stream<Operation> operations() {
        return api().getPaths().values().stream().flatMap(path -> path.readOperations().stream());
    }

    private static OpenAPI api() {
        return new OpenAPIV3Parser().read(FILE.toString());
    }
}
