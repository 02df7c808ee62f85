package org.fourleaf.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourleaf.people.AgentImporting;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.database.FreshPlans;
import org.fourleaf.platform.log.Log;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a stream of lines and brings them in, a bounded chunk a transaction, at the speed at which they come: whoever sends faster than
 * the database writes is slowed down by the connection. What went wrong with a chunk is found out line by line.
 */
@Component
class Importing {

    private static final Logger LOG = LoggerFactory.getLogger(Importing.class);

    private static final int CHUNK_LINES_MAX = 1_000;
    /** However long the lines are, a chunk stays small in memory. */
    private static final long CHUNK_BYTES_MAX = 4 * 1_048_576;

    private static final int TRIES_MAX = 4;

    private final ImportStore store;
    private final Map<ImportKind, Intake> intakes;
    private final Names.Doors doors;
    private final AgentImporting agents;
    private final FreshPlans plans;
    private final Log log;
    private final TransactionTemplate transaction;

    Importing(
            ImportStore store,
            List<Intake> intakes,
            Names.Doors doors,
            AgentImporting agents,
            FreshPlans plans,
            Log log,
            TransactionTemplate transaction) {
        this.store = store;
        this.intakes = intakes.stream().collect(Collectors.toMap(Intake::kind, Function.identity()));
        this.doors = doors;
        this.agents = agents;
        this.plans = plans;
        this.log = log;
        this.transaction = transaction;
    }

    /** Returns when the stream has been read and everything good in it is in. @param narrowed by a token given less than all */
    Import run(Actor by, boolean narrowed, ImportKind kind, InputStream stream) {
        by.mustHave(Permission.IMPORTS_RUN);
        if (kind == ImportKind.AGENTS) {
            by.mustHave(Permission.AGENTS_MANAGE);
        }
        AgentImporting.Reach reach =
                kind == ImportKind.AGENTS ? transaction.execute(status -> agents.reach(by, narrowed)) : null;
        UUID id = Ids.next();
        transaction.executeWithoutResult(status -> {
            store.insert(by.workspace(), id, kind, by.agentId());
            log.write(by, new ImportStarted(id, kind));
        });
        Actor importer = Actor.imports(by.workspace(), id);
        Run run = new Run(id, importer, intake(kind), doors.open(importer, reach));
        ImportState state = ImportState.FAILED;
        try {
            run.read(new Lines(stream));
            state = ImportState.DONE;
        } catch (IOException e) {
            run.broke(e);
        } finally {
            end(by, id, kind, state);
        }
        return find(by, id);
    }

    private Intake intake(ImportKind kind) {
        Intake intake = intakes.get(kind);
        if (intake == null) {
            throw new IllegalStateException("nobody takes in " + kind);
        }
        return intake;
    }

    private Import find(Actor by, UUID id) {
        return transaction.execute(
                status -> store.find(by.workspace(), id).orElseThrow(() -> Refusal.notFound("import")));
    }

    private void end(Actor by, UUID id, ImportKind kind, ImportState state) {
        transaction.executeWithoutResult(status -> {
            store.end(by.workspace(), id, state);
            Import ended = store.find(by.workspace(), id).orElseThrow();
            log.write(
                    by,
                    new ImportEnded(
                            id, kind, state, ended.received(), ended.imported(), ended.unchanged(), ended.failed()));
        });
    }

    /** One import while it runs. */
    private final class Run {

        private final UUID id;
        private final Actor by;
        private final Intake intake;
        private final Names names;
        private final List<Line> chunk = new ArrayList<>();
        private final Set<String> externalIds = new HashSet<>();
        private Tally unread = new Tally();
        private long chunkBytes;
        private long lastLine;

        Run(UUID id, Actor by, Intake intake, Names names) {
            this.id = id;
            this.by = by;
            this.intake = intake;
            this.names = names;
        }

        void read(Lines lines) throws IOException {
            try {
                while (lines.advance()) {
                    lastLine = lines.number();
                    take(lines.number(), lines.bytes(), lines.isTooLong());
                }
            } finally {
                flush();
            }
        }

        private void take(long number, byte[] bytes, boolean isTooLong) {
            if (unread.received() + chunk.size() >= CHUNK_LINES_MAX || chunkBytes + bytes.length > CHUNK_BYTES_MAX) {
                flush();
            }
            try {
                if (isTooLong) {
                    throw new BadLine("This line is longer than " + Lines.LINE_BYTES_MAX + " bytes.");
                }
                Line line = Line.of(number, bytes);
                if (!externalIds.add(line.externalId())) {
                    flush();
                    externalIds.add(line.externalId());
                }
                chunk.add(line);
                chunkBytes += bytes.length;
            } catch (BadLine e) {
                unread.received(1);
                unread.fault(number, e.reason());
            }
        }

        private void flush() {
            if (unread.received() > 0) {
                Tally told = unread;
                transaction.executeWithoutResult(status -> store.add(by.workspace(), id, told));
                unread = new Tally();
            }
            if (!chunk.isEmpty()) {
                bring(List.copyOf(chunk), 1);
                chunk.clear();
                externalIds.clear();
                chunkBytes = 0;
            }
        }

        /** All or none of them; when none goes, each half for itself, until the bad line stands alone. */
        private void bring(List<Line> lines, int attempt) {
            try {
                Tally tally = new Tally();
                tally.received(lines.size());
                Runnable work = intake.prepare(by, names, lines, tally);
                transaction.executeWithoutResult(status -> {
                    plans.fromHere();
                    work.run();
                    store.add(by.workspace(), id, tally);
                });
            } catch (DataAccessResourceFailureException e) {
                throw e;
            } catch (TransientDataAccessException | DuplicateKeyException e) {
                if (attempt < TRIES_MAX) {
                    // Another import did the same at the same moment; now that is done.
                    bring(lines, attempt + 1);
                } else {
                    split(lines, e);
                }
            } catch (BadLine | Refusal | DataAccessException e) {
                split(lines, e);
            }
        }

        private void split(List<Line> lines, RuntimeException cause) {
            if (lines.size() > 1) {
                int half = lines.size() / 2;
                bring(lines.subList(0, half), 1);
                bring(lines.subList(half, lines.size()), 1);
                return;
            }
            Tally tally = new Tally();
            tally.received(1);
            tally.fault(lines.getFirst(), reason(cause));
            transaction.executeWithoutResult(status -> store.add(by.workspace(), id, tally));
        }

        /** Only our own words go out, never a database's. */
        private String reason(RuntimeException cause) {
            return switch (cause) {
                case BadLine bad -> bad.reason();
                case Refusal refusal
                when !refusal.faults().isEmpty() ->
                    refusal.faults().getFirst().pointer().replaceFirst("^/", "")
                            + ": "
                            + refusal.faults().getFirst().message();
                case Refusal refusal -> String.valueOf(refusal.getMessage());
                default -> {
                    LOG.warn("A line of import {} could not be stored", id, cause);
                    yield "This line could not be stored.";
                }
            };
        }

        void broke(IOException cause) {
            LOG.info("Import {} broke off after line {}: {}", id, lastLine, cause.toString());
            Tally tally = new Tally();
            tally.fault(lastLine + 1, "The connection ended here, before the file did.");
            transaction.executeWithoutResult(status -> store.add(by.workspace(), id, tally));
        }
    }
}
