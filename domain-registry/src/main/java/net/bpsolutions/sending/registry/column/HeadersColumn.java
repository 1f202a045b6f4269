package net.bpsolutions.sending.registry.column;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import org.hibernate.annotations.Immutable;

/** Record headers as JSON text. */
@Converter
@Immutable
public class HeadersColumn implements AttributeConverter<Map<String, String>, String> {

    @Override
    public String convertToDatabaseColumn(Map<String, String> value) {
        return JsonText.write(value);
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String text) {
        return JsonText.read(text, new TypeReference<>() {});
    }
}
