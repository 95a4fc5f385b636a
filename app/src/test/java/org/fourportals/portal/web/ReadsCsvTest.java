package org.fourportals.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.fourportals.base.Language;
import org.fourportals.base.Portal;
import org.fourportals.portal.Samples;
import org.junit.jupiter.api.Test;

/** The table of looks is safe in a spreadsheet, whoever chose the names in it. */
class ReadsCsvTest {

    @Test
    void aFormulaIsMadePlainText() {
        for (String formula : List.of("=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(A1)", "\t=1", "\r=1")) {
            assertThat(ReadsCsv.cell(formula)).isEqualTo("\"'" + formula.replace("\"", "\"\"") + "\"");
        }
        assertThat(ReadsCsv.cell("李\"梅\",\n𠮷")).isEqualTo("\"李\"\"梅\"\",\n𠮷\"");
    }

    @Test
    void eachDataSetIsARowUnderOneHead() {
        var page = Samples.page(Portal.WEB, Language.EN, false);
        var line = new ReadLine(Instant.parse("2026-11-22T04:00:00Z"), "=HYPERLINK(\"x\")", false, "web", "For", null, null, "a law",
                List.of(new ReadLine.Item("Register", "name", false), new ReadLine.Item("Index", "", true)), null, null);
        String[] rows = ReadsCsv.of(page, List.of(line)).split("\r\n");
        assertThat(rows).hasSize(3);
        assertThat(rows[0]).startsWith("\uFEFF\"When\",\"Who\"");
        assertThat(rows[1]).startsWith("\"22 November 2026, 12:00\",\"'=HYPERLINK(\"\"x\"\")\"").endsWith("\"Read\"");
        assertThat(rows[2]).endsWith("\"Refused\"");
    }
}
