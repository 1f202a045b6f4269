package net.bpsolutions.sending.registry.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.jboss.jandex.IndexView;

/** Completes the description of every call under {@code /v1}: what may be refused, which headers there are, what may be null. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class WholeApi implements OASFilter {

    private final IndexView index;
    private final CommonHeaders headers;

    public WholeApi(IndexView index) {
        this.index = index;
        this.headers = new CommonHeaders(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setServers(List.of(OASFactory.createServer().url("/").description("Where this description was found")));
        new Nullability(index).apply(api);
        Refusals.declare(api.getComponents());
        api.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith("/v1/")) {
                item.getOperations().forEach((method, operation) -> complete(path, method, operation));
            }
        });
    }

    private void complete(String path, PathItem.HttpMethod method, Operation operation) {
        Refusals.add(path, method, operation);
        headers.add(method, operation);
    }
}
