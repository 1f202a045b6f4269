package net.bpsolutions.sending.registry.column;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import net.bpsolutions.sending.events.RecordCheck;
import org.hibernate.annotations.Immutable;

/** Verdicts as JSON text. */
@Converter
@Immutable
public class VerdictsColumn implements AttributeConverter<List<RecordCheck>, String> {

    @Override
    public String convertToDatabaseColumn(List<RecordCheck> value) {
        return JsonText.write(value);
    }

    @Override
    public List<RecordCheck> convertToEntityAttribute(String text) {
        return JsonText.read(text, new TypeReference<>() {});
    }
}
