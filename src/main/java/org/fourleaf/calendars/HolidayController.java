package org.fourleaf.calendars;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.web.ETags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Holidays in and out as iCalendar, the body being the file. */
@RestController
@RequestMapping("/api/v1/business-hours")
class HolidayController {

    private static final String ICALENDAR = "text/calendar";
    private static final int YEARS_BACK = 1;

    /** What repeats, but not simply every year, is written out so far: an Easter must not end unnoticed next spring. */
    private static final int YEARS_AHEAD = 10;

    /** @param holidays what the file holds, nothing of it kept yet */
    record Found(List<Holiday> holidays, List<HolidayReading.LeftOut> leftOut) {}

    /** @param added how many of them were not there already */
    record Added(int added, List<HolidayReading.LeftOut> leftOut, BusinessCalendar calendar) {}

    private final BusinessCalendars calendars;
    private final BusinessCalendarEditing editing;
    private final Clock clock;

    HolidayController(BusinessCalendars calendars, BusinessCalendarEditing editing, Clock clock) {
        this.calendars = calendars;
        this.editing = editing;
        this.clock = clock;
    }

    /** Only reads, so that one can look before one takes them over. */
    @PostMapping(path = "/holidays", consumes = ICALENDAR)
    Found read(Actor by, InputStream file) throws IOException {
        by.mustHave(Permission.DEPARTMENTS_MANAGE);
        HolidayReading.Found found = found(file, ZoneOffset.UTC);
        return new Found(found.holidays(), found.leftOut());
    }

    @PostMapping(path = "/{id}/holidays", consumes = ICALENDAR)
    Added add(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            InputStream file)
            throws IOException {
        by.mustHave(Permission.DEPARTMENTS_MANAGE);
        ZoneId zone = ZoneId.of(calendars.readable(by, id).timeZone());
        HolidayReading.Found found = found(file, zone);
        int added = editing.addHolidays(by, id, ETags.expected(ifMatch), found.holidays());
        return new Added(added, found.leftOut(), calendars.readable(by, id));
    }

    @GetMapping(path = "/{id}/holidays", produces = ICALENDAR)
    ResponseEntity<byte[]> download(Actor by, @PathVariable UUID id) {
        BusinessCalendar calendar = calendars.readable(by, id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(ICALENDAR + ";charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("holidays.ics")
                                .build()
                                .toString())
                .body(HolidayWriting.write(id, calendar.name(), calendar.holidays())
                        .getBytes(StandardCharsets.UTF_8));
    }

    private HolidayReading.Found found(InputStream file, ZoneId zone) throws IOException {
        byte[] bytes = file.readNBytes(HolidayReading.BYTES_MAX + 1);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return HolidayReading.read(bytes, today.minusYears(YEARS_BACK), today.plusYears(YEARS_AHEAD));
    }
}
