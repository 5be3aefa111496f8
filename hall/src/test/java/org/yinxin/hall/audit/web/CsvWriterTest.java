package org.yinxin.hall.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvWriterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "plain|plain",
                "=1+1|'=1+1",
                "@x|'@x",
                "a,b|\"a,b\"",
                "say \"x\"|\"say \"\"x\"\"\"",
                "-a,b|\"'-a,b\""
            })
    void quotes_what_must_be_quoted_and_disarms_formulas(String value, String cell) {
        assertThat(CsvWriter.cell(value)).isEqualTo(cell);
    }
}
