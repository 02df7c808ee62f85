package org.fourleaf.email;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks SMTP line by line, so that a test sees every answer and can misbehave. */
final class SmtpClient implements Closeable {

    private static final int SILENCE_MILLIS_MAX = 20_000;

    private final Socket socket;
    private final BufferedReader in;
    private final BufferedWriter out;

    SmtpClient(int port) throws IOException {
        socket = new Socket("localhost", port);
        socket.setSoTimeout(SILENCE_MILLIS_MAX);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        out = new BufferedWriter(new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8));
        answer();
        say("EHLO client.example.org");
    }

    /** The whole answer to a command. */
    String say(String command) throws IOException {
        write(command + "\r\n");
        return answer();
    }

    /** The answer behind the last dot, or the first refusal before it. */
    String send(String from, String to, String mail) throws IOException {
        String answer = say("MAIL FROM:<" + from + ">");
        for (String recipient : to.split(",", -1)) {
            answer = answer.startsWith("250") ? say("RCPT TO:<" + recipient.strip() + ">") : answer;
        }
        return answer.startsWith("250") ? data(mail) : answer;
    }

    String data(String mail) throws IOException {
        say("DATA");
        String lines = mail.replace("\r\n", "\n").replace("\n.", "\n..").replace("\n", "\r\n");
        return say(lines + (lines.endsWith("\r\n") ? "." : "\r\n."));
    }

    void write(String raw) throws IOException {
        out.write(raw);
        out.flush();
    }

    String answer() throws IOException {
        StringBuilder answer = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            answer.append(line).append('\n');
            if (line.length() < 4 || line.charAt(3) != '-') {
                break;
            }
        }
        return answer.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
