package org.fourleaf.customers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fourleaf.platform.Texts;

/**
 * Phone numbers as they are stored. One with its country is written as everybody's phone dials it, {@code +37061234567}; one without is
 * kept as it was typed, because nobody says which country was meant.
 */
final class PhoneNumbers {

    private static final String NO_COUNTRY = "ZZ";

    private PhoneNumbers() {}

    /** Each once. @throws org.fourleaf.platform.Refusal malformed, naming one that is blank */
    static List<String> all(List<String> typed, String pointer) {
        Set<String> numbers = new LinkedHashSet<>();
        for (int i = 0; i < typed.size(); i++) {
            numbers.add(normal(Texts.name(typed.get(i), pointer + "/" + i)));
        }
        return List.copyOf(numbers);
    }

    static String normal(String typed) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        String wanted = typed.startsWith("00") ? "+" + typed.substring(2) : typed;
        try {
            var number = numbers.parse(wanted, NO_COUNTRY);
            return numbers.isPossibleNumber(number) && !number.hasExtension()
                    ? numbers.format(number, PhoneNumberFormat.E164)
                    : typed;
        } catch (NumberParseException e) {
            return typed;
        }
    }
}
