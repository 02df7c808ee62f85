package org.fourleaf.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import tools.jackson.databind.json.JsonMapper;

/** The one place where anything that went wrong becomes an answer, be it thrown in a controller, a filter or the server. */
@RestControllerAdvice
@RestController
public class Problems implements ErrorController {

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /** Thrown by a controller, or on the way to one. */
    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Problem> answer(Exception thrown, HttpServletResponse response) {
        if (response.isCommitted() || isGone(thrown)) {
            return null;
        }
        return entity(Diagnosis.of(thrown));
    }

    /** Thrown by a filter, or answered with a bare status by the server. */
    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<Problem> error(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            return entity(Diagnosis.of(thrown));
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return entity(new Problem.Answer(Diagnosis.ofStatus(status instanceof Integer code ? code : 404)));
    }

    /** For filters, which answer by themselves. */
    public void write(HttpServletResponse response, Throwable thrown) throws IOException {
        write(response, Diagnosis.of(thrown));
    }

    /** The same for a problem that is known without an exception. */
    public void write(HttpServletResponse response, Problem problem) throws IOException {
        write(response, new Problem.Answer(problem));
    }

    private void write(HttpServletResponse response, Problem.Answer answer) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(answer.problem().status());
        answer.headers().forEach(response::setHeader);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = json.writeValueAsBytes(answer.problem());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static ResponseEntity<Problem> entity(Problem.Answer answer) {
        ResponseEntity.BodyBuilder entity =
                ResponseEntity.status(answer.problem().status());
        answer.headers().forEach(entity::header);
        return entity.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(answer.problem());
    }

    /** The client hung up, or its stream ended as streams do: nobody is there to read a problem. */
    private static boolean isGone(Exception thrown) {
        return thrown instanceof AsyncRequestNotUsableException || thrown instanceof AsyncRequestTimeoutException;
    }
}
