package net.bpsolutions.sending.gateway.authentication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A DNS that a test writes. */
final class Zone implements Dns {

    private final Map<String, List<String>> records = new HashMap<>();
    private final Set<String> broken = new HashSet<>();
    final List<String> asked = new ArrayList<>();

    Zone with(String name, Type type, String... values) {
        records.put(type + " " + name, List.of(values));
        return this;
    }

    Zone broken(String name) {
        broken.add(name);
        return this;
    }

    @Override
    public Lookup lookup(String name, Type type) {
        String owner = Names.of(name);
        asked.add(type + " " + owner);
        if (broken.contains(owner)) {
            return new Lookup.Unavailable();
        }
        List<String> values = records.get(type + " " + owner);
        return values == null ? new Lookup.Nothing() : new Lookup.Answer(values);
    }
}
