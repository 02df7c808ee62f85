package org.fourleaf.platform.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.http.HttpException;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Refusal.Fault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** Which problem an exception is to the caller. What an exception says of itself goes to the log, never to the caller. */
final class Diagnosis {

    private static final Logger LOG = LoggerFactory.getLogger(Diagnosis.class);
    private static final int CAUSES_MAX = 10;

    private Diagnosis() {}

    static Problem.Answer of(Throwable thrown) {
        Refusal refusal = refusalIn(thrown);
        if (refusal != null) {
            return new Problem.Answer(of(refusal));
        }
        return switch (thrown) {
            case BindException e -> malformed(faults(e));
            case HandlerMethodValidationException e -> malformed(faults(e));
            case ConstraintViolationException e -> malformed(faults(e));
            case HttpMessageNotReadableException e
            when e.getCause() instanceof JacksonException json -> malformed(List.of(JsonFault.of(json)));
            case HttpMessageNotReadableException ignored ->
                malformed(List.of(new Fault("", "A JSON body is needed here.")));
            case MethodArgumentTypeMismatchException e -> malformed(List.of(JsonFault.ofParameter(e)));
            case MissingServletRequestParameterException e ->
                malformed(List.of(new Fault(e.getParameterName(), "This parameter is needed.")));
            case MissingRequestHeaderException e ->
                malformed(List.of(new Fault(e.getHeaderName(), "This header is needed.")));
            case HttpMediaTypeNotSupportedException e ->
                new Problem.Answer(
                        Problem.of(415, "unsupported-media-type", "A body of this media type is not understood here."),
                        headers(e));
            case ErrorResponse e -> of(e);
            case HttpException e
            when e.getCode() < 500 ->
                malformed(List.of(
                        new Fault("", "The address can't be read: its parameters must be percent-encoded UTF-8.")));
            case DataAccessException e -> orIncident(DatabaseFault.of(e), e);
            case TransactionException e -> orIncident(DatabaseFault.of(e), e);
            default -> incident(thrown);
        };
    }

    private static Problem of(Refusal refusal) {
        return Problem.of(
                refusal.kind().status(), refusal.slug(), String.valueOf(refusal.getMessage()), refusal.faults());
    }

    /** A refusal may come wrapped, when a converter or a stream threw it. */
    private static @Nullable Refusal refusalIn(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static Problem.Answer malformed(List<Fault> faults) {
        String detail =
                faults.size() == 1 ? faults.getFirst().message() : "%d values are not right.".formatted(faults.size());
        return new Problem.Answer(Problem.of(400, "malformed", detail, faults));
    }

    private static List<Fault> faults(BindException e) {
        List<Fault> faults = new ArrayList<>();
        e.getBindingResult().getAllErrors().forEach(error -> {
            String pointer = error instanceof FieldError field ? JsonFault.pointer(field.getField()) : "";
            faults.add(new Fault(pointer, sentence(error.getDefaultMessage())));
        });
        return faults;
    }

    private static List<Fault> faults(HandlerMethodValidationException e) {
        List<Fault> faults = new ArrayList<>();
        e.getParameterValidationResults()
                .forEach(result -> result.getResolvableErrors()
                        .forEach(error -> faults.add(new Fault(
                                JsonFault.parameterName(result.getMethodParameter()),
                                sentence(error.getDefaultMessage())))));
        return faults;
    }

    private static List<Fault> faults(ConstraintViolationException e) {
        List<Fault> faults = new ArrayList<>();
        for (ConstraintViolation<?> violation : e.getConstraintViolations()) {
            faults.add(new Fault(
                    JsonFault.pointer(violation.getPropertyPath().toString()), sentence(violation.getMessage())));
        }
        return faults;
    }

    private static String sentence(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return "This value is not right.";
        }
        String sentence = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    private static Problem.Answer of(ErrorResponse e) {
        int status = e.getStatusCode().value();
        return status >= 500 ? incident((Throwable) e) : new Problem.Answer(ofStatus(status), headers(e));
    }

    /** What a bare status means, where nothing more is known. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> Problem.of(401, "sign-in-needed", "Sign in, or send a token as Authorization: Bearer.");
            case 403 -> Problem.of(403, "forbidden", "This is not allowed.");
            case 404 -> Problem.of(404, "not-found", "There is nothing here.");
            case 405 -> Problem.of(405, "method-not-allowed", "This can't be done to it; see the header Allow.");
            case 406 -> Problem.of(406, "not-acceptable", "There is no representation of the media type you accept.");
            case 413 -> Problem.of(413, "too-large", "The body is too large.");
            case 415 -> Problem.of(415, "unsupported-media-type", "A body of this media type is not understood here.");
            case 503 -> Problem.of(503, "unavailable", "Fourleaf can't do this just now. Try again shortly.");
            default ->
                status < 500
                        ? Problem.of(status, "malformed", "The request can't be understood.")
                        : Problem.of(status, "incident", "Something went wrong here. It is not your request's fault.");
        };
    }

    private static Map<String, String> headers(ErrorResponse e) {
        HttpHeaders headers = e.getHeaders();
        return headers.toSingleValueMap();
    }

    private static Problem.Answer orIncident(Problem.@Nullable Answer known, Throwable thrown) {
        return known == null ? incident(thrown) : known;
    }

    /** Ours. The caller gets a number, the log has the story under it. */
    private static Problem.Answer incident(Throwable thrown) {
        String number = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("Incident {}", number, thrown);
        return new Problem.Answer(Problem.of(
                500, "incident", "Something went wrong here. The log tells more under incident " + number + "."));
    }
}
