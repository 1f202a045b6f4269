package net.bpsolutions.sending.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.bpsolutions.sending.client.ApiClient;
import net.bpsolutions.sending.client.ApiException;
import net.bpsolutions.sending.client.ApiResponse;
import net.bpsolutions.sending.client.api.ClinicsApi;
import net.bpsolutions.sending.client.api.DomainsApi;
import net.bpsolutions.sending.client.api.OperatorApi;
import net.bpsolutions.sending.client.api.SendersApi;
import net.bpsolutions.sending.client.api.WebhooksApi;
import net.bpsolutions.sending.client.model.ChallengeJson;
import net.bpsolutions.sending.client.model.DomainJson;
import net.bpsolutions.sending.client.model.DomainStatus;
import net.bpsolutions.sending.client.model.NewWebhookJson;
import net.bpsolutions.sending.client.model.Problem;
import net.bpsolutions.sending.client.model.RecordState;
import net.bpsolutions.sending.client.model.RegisterJson;
import net.bpsolutions.sending.client.model.SendingAs;
import net.bpsolutions.sending.client.model.SliceDomainJson;
import net.bpsolutions.sending.client.model.WebhookSecretJson;

/** OMS as a program whose client came out of a generator. */
final class OmsWithAClient {

    private static final String CLINIC = "clinic-generated";

    private final ObjectMapper json;
    private final DomainsApi domains;
    private final OperatorApi operator;
    private final ClinicsApi clinics;
    private final SendersApi senders;
    private final WebhooksApi webhooks;

    OmsWithAClient(int port, String token) {
        ApiClient client = new ApiClient();
        client.updateBaseUri("http://localhost:" + port);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        json = client.getObjectMapper();
        domains = new DomainsApi(client);
        operator = new OperatorApi(client);
        clinics = new ClinicsApi(client);
        senders = new SendersApi(client);
        webhooks = new WebhooksApi(client);
    }

    void registersOnce() throws ApiException {
        RegisterJson wanted = new RegisterJson().clinicId(CLINIC).domain("one-generated-clinic.com");

        ApiResponse<DomainJson> first = domains.registerDomainWithHttpInfo(wanted, "generated-1");
        ApiResponse<DomainJson> second = domains.registerDomainWithHttpInfo(wanted, "generated-1");
        ApiResponse<DomainJson> third = domains.registerDomainWithHttpInfo(wanted, null);

        assertThat(List.of(first.getStatusCode(), second.getStatusCode(), third.getStatusCode()))
                .containsExactly(201, 201, 200);
        assertThat(second.getData()).isEqualTo(first.getData());
        assertThat(first.getHeaders()).containsKeys("location", "etag", "ratelimit");
        assertThat(third.getData().getId()).isEqualTo(first.getData().getId());
    }

    void pagesThroughItsDomains() throws ApiException {
        for (String name : List.of("two", "three")) {
            domains.registerDomain(new RegisterJson().clinicId(CLINIC).domain(name + "-generated-clinic.com"), null);
        }
        List<String> found = new ArrayList<>();
        SliceDomainJson slice = domains.listDomains(CLINIC, null, null, null, 2, DomainStatus.PENDING);
        slice.getItems().forEach(domain -> found.add(domain.getDomain()));
        while (slice.getNextCursor() != null) {
            slice = domains.listDomains(CLINIC, slice.getNextCursor(), null, null, 2, DomainStatus.PENDING);
            slice.getItems().forEach(domain -> found.add(domain.getDomain()));
        }

        assertThat(found)
                .containsExactly("one-generated-clinic.com", "two-generated-clinic.com", "three-generated-clinic.com");
    }

    void seesAndChangesOneDomain() throws ApiException {
        UUID id = domains.listDomains(CLINIC, null, "one-generated-clinic.com", null, null, null)
                .getItems()
                .getFirst()
                .getId();
        DomainJson domain = domains.getDomain(id, null);

        assertThat(domain.getOwnership().getMethod()).isNull();
        assertThat(domain.getSendingAs()).isEqualTo(SendingAs.FALLBACK);
        assertThat(domain.getRecords())
                .isNotEmpty()
                .allSatisfy(record -> assertThat(record.getState()).isIn((Object[]) RecordState.values()));
        assertThat(domains.requestCheck(id, null).getRequestedAt()).isNotNull();
        domains.requestChallenge(id, new ChallengeJson().mailbox("jane"), null);
        assertThat(operator.suspendDomain(id, null, null).getStatus()).isEqualTo(DomainStatus.SUSPENDED);
        ApiException stale = catchThrowableOfType(ApiException.class, () -> domains.removeDomain(id, "\"stale\""));
        assertThat(stale.getCode()).isEqualTo(412);
        assertThat(operator.liftSuspension(id, null).getStatus()).isEqualTo(DomainStatus.PENDING);
        assertThat(domains.listHistory(id, null, 10, null, null).getItems()).hasSize(3);
        assertThat(domains.listChecks(id, null, null, null, null).getItems()).isNotNull();
        assertThat(senders.getSender("jane@one-generated-clinic.com", CLINIC).getReason())
                .isEqualTo("pending");
    }

    void exemptsAClinic() throws ApiException {
        clinics.beginOwnAccount("clinic-generated-own", null);
        assertThat(clinics.getOwnAccount("clinic-generated-own", null).getExempt())
                .isTrue();
        clinics.endOwnAccount("clinic-generated-own", null);
    }

    void keepsWebhooks() throws ApiException {
        WebhookSecretJson added = webhooks.addWebhook(
                new NewWebhookJson()
                        .url(URI.create("https://hooks.example.com/sending"))
                        .clinics(Set.of(CLINIC)),
                null);
        UUID id = added.getWebhook().getId();

        assertThat(added.getSecret()).startsWith("whsec_");
        assertThat(webhooks.rotateWebhookSecret(id, null).getSecret()).isNotEqualTo(added.getSecret());
        assertThat(webhooks.getWebhook(id, null).getDisabledAt()).isNull();
        assertThat(webhooks.listWebhooks(null, null).getItems()).hasSize(1);
        webhooks.removeWebhook(id);
    }

    void understandsRefusals() throws Exception {
        ApiException refused = catchThrowableOfType(
                ApiException.class,
                () -> domains.registerDomain(new RegisterJson().clinicId(CLINIC).domain("gmail.com"), null));
        ApiException invalid = catchThrowableOfType(
                ApiException.class, () -> domains.listDomains(CLINIC, "nonsense", null, null, null, null));

        assertThat(refused.getCode()).isEqualTo(422);
        assertThat(json.readValue(refused.getResponseBody(), Problem.class).getType())
                .hasPath("/problems/free-mail-domain");
        assertThat(json.readValue(invalid.getResponseBody(), Problem.class).getErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.getField()).isEqualTo("cursor"));
    }
}
