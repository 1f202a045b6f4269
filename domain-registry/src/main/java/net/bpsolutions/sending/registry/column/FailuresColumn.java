package net.bpsolutions.sending.registry.column;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import net.bpsolutions.sending.registry.lifecycle.FailureRun;

/** Agreeing failures as JSON text. */
@Converter
public class FailuresColumn implements AttributeConverter<FailureRun, String> {

    @Override
    public String convertToDatabaseColumn(FailureRun value) {
        return JsonText.write(value);
    }

    @Override
    public FailureRun convertToEntityAttribute(String text) {
        return JsonText.read(text, new TypeReference<>() {});
    }
}
