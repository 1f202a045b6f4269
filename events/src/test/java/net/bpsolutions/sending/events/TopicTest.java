package net.bpsolutions.sending.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicTest {

    @Test
    void carriesTheContractsNames() {
        assertThat(Topic.values())
                .extracting(Topic::topicName)
                .containsExactly(
                        "domain-registered",
                        "dns-check-requested",
                        "dns-checked",
                        "verification-completed",
                        "challenge-requested",
                        "check-suggested",
                        "sender-status",
                        "send-requests",
                        "send-cancellations",
                        "send-outcomes");
    }

    @Test
    void namesTheCloudEventsTypeAfterTheTopic() {
        assertThat(Topic.DNS_CHECKED.eventType()).isEqualTo("net.bpsolutions.sending.dns-checked.v1");
    }

    @Test
    void namesTheDeadLetterTopicAfterTopicAndReader() {
        assertThat(Topic.SEND_REQUESTS.deadLetter("mail-gateway")).isEqualTo("send-requests.mail-gateway.dead-letter");
    }

    @Test
    void keysASenderStatusByClinicAndDomain() {
        assertThat(SenderStatus.key("clinic-42", "myhearingclinic.com")).isEqualTo("clinic-42/myhearingclinic.com");
        assertThat(SenderStatus.key("clinic-7", SenderStatus.ANY_DOMAIN)).isEqualTo("clinic-7/*");
    }
}
