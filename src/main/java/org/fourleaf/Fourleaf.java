package org.fourleaf;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one deployable: web, mail receiver, workers and, by default, its own PostgreSQL. */
@SpringBootApplication
public class Fourleaf {

    public static void main(String[] args) {
        SpringApplication.run(Fourleaf.class, args);
    }
}
