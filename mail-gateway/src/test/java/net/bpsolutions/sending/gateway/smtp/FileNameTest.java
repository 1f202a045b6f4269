package net.bpsolutions.sending.gateway.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {

    @Test
    void quotesASimpleName() {
        assertThat(FileName.parameter("filename", "appointment.ics")).isEqualTo("; filename=\"appointment.ics\"");
    }

    @Test
    void encodesWhatCouldEndTheParameter() {
        assertThat(FileName.parameter("name", "a\"; b=\"c")).isEqualTo(";\r\n name*=UTF-8''a%22%3B%20b%3D%22c");
    }

    @Test
    void numbersThePiecesOfALongName() {
        String parameter = FileName.parameter("filename", "ü".repeat(255));

        assertThat(parameter).startsWith(";\r\n filename*0*=UTF-8''%C3%BC").contains(";\r\n filename*1*=");
        assertThat(parameter.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(100));
    }
}
