package net.bpsolutions.sending.registry.running;

import static net.bpsolutions.sending.registry.running.World.oms;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import net.bpsolutions.sending.events.Topic;

/** The contact of a domain, and the mails to it. */
final class Contact {

    private Contact() {}

    /** Registers with a contact, and gives the id. */
    static String registered(String domain, String contact) {
        return registered("clinic-n", domain, contact);
    }

    /** Registers with a contact, and gives the id. */
    static String registered(String clinicId, String domain, String contact) {
        return oms().body("{\"clinicId\":\"%s\",\"domain\":\"%s\",\"contactEmail\":\"%s\"}"
                        .formatted(clinicId, domain, contact))
                .post("/v1/domains")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Where the contact says that there shall be no mails. */
    static String page(String id) {
        return World.setupPath(id) + "/notices";
    }

    /** Whether the first one waits for tomorrow. */
    static boolean waitsForTomorrow(String id) {
        return Tables.number("select count(*) from registry.notice_due where due_at > now() + interval '23 hours'"
                        + " and step = 0 and registration_id = '" + id + "'")
                == 1;
    }

    /** Makes the next one due. */
    static void dueNow(String id) {
        Tables.sql("update registry.notice_due set due_at = now() - interval '1 second' where registration_id = '" + id
                + "'");
    }

    /** How many are due, now or later. */
    static long due(String id) {
        return Tables.number("select count(*) from registry.notice_due where registration_id = '" + id + "'");
    }

    /** Which reminder is next; -1 for none. */
    static long nextStep(String id) {
        return Tables.number(
                "select coalesce(max(step), -1) from registry.notice_due where registration_id = '" + id + "'");
    }

    /** The mails about a registration, once there are that many. */
    static List<JsonNode> mails(String id, int count) {
        return await().until(
                        () -> World.everythingOn(Topic.SEND_REQUESTS.topicName()).stream()
                                .map(World::json)
                                .filter(mail -> mail.path("id").asText().startsWith("notice-" + id))
                                .toList(),
                        mails -> mails.size() >= count);
    }
}
