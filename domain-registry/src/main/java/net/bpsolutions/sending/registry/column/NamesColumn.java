package net.bpsolutions.sending.registry.column;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** Names as JSON text. */
@Converter
@Immutable
public class NamesColumn implements AttributeConverter<List<String>, String> {

    @Override
    public String convertToDatabaseColumn(List<String> value) {
        return JsonText.write(value);
    }

    @Override
    public List<String> convertToEntityAttribute(String text) {
        return JsonText.read(text, new TypeReference<>() {});
    }
}
