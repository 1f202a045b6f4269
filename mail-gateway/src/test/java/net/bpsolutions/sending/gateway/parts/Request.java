package net.bpsolutions.sending.gateway.parts;

import java.util.UUID;

/** Send requests as a producer writes them: plain JSON. */
public record Request(String id, String clinicId, String json) {

    /** A reminder of a clinic nobody has heard of, to one recipient. */
    public static Request of(String from, String to) {
        return of("clinic-" + UUID.randomUUID(), from, to);
    }

    /** A reminder of {@code clinicId} to one recipient. */
    public static Request of(String clinicId, String from, String to) {
        String id = "rem-" + UUID.randomUUID();
        return new Request(id, clinicId, """
                {"id": "%s", "clinicId": "%s",
                 "from": {"name": "My Hearing Clinic", "address": "%s"},
                 "to": [{"name": "Pat Doe", "address": "%s"}],
                 "subject": "Your appointment on Tuesday", "text": "Hello Pat\\nsee you on Tuesday.",
                 "category": "reminder", "something": "unknown"}
                """.formatted(id, clinicId, from, to));
    }

    /** The same with {@code "field": value} put before everything else, so that it counts when it is there already. */
    public Request with(String field, String value) {
        return new Request(id, clinicId, "{\"" + field + "\": " + value + "," + json.substring(1));
    }

    /** The same with other words in it. */
    public Request replacing(String text, String other) {
        return new Request(id, clinicId, json.replace(text, other));
    }

    /** A recipient that no other test has. */
    public static String somebody() {
        return "pat-" + UUID.randomUUID() + "@example.org";
    }
}
