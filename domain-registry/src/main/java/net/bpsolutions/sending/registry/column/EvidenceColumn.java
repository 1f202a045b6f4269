package net.bpsolutions.sending.registry.column;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import net.bpsolutions.sending.registry.lifecycle.Evidence;
import net.bpsolutions.sending.registry.lifecycle.Sighting;
import org.hibernate.annotations.Immutable;

/** What checks showed as JSON text. */
@Converter
@Immutable
public class EvidenceColumn implements AttributeConverter<Evidence, String> {

    @Override
    public String convertToDatabaseColumn(Evidence value) {
        return JsonText.write(value.sightings());
    }

    @Override
    public Evidence convertToEntityAttribute(String text) {
        return new Evidence(JsonText.read(text, new TypeReference<List<Sighting>>() {}));
    }
}
