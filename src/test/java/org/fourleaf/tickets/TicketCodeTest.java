package org.fourleaf.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketCodeTest {

    @Test
    void a_drawn_code_has_the_shape_people_know() {
        assertThat(TicketCode.draw().text()).matches("[A-Z]{3}-[A-Z]{5}-[0-9]{3}");
    }

    @Test
    void a_code_is_read_as_people_write_it() {
        assertThat(TicketCode.parse(" bcd-fghjk-012 ")).contains(new TicketCode("BCD-FGHJK-012"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "BCD-FGHJK-01", "BCD-FGHJK-0123", "BCD_FGHJK_012", "1CD-FGHJK-012", "BCD-FGHJK-012; drop"})
    void anything_else_is_no_code(String text) {
        assertThat(TicketCode.parse(text)).isEmpty();
    }
}
