package org.fourleaf.search;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The words of office documents, which are XML in a zip. Read as a stream, part by part, and only so much of it. */
final class OfficeText {

    private static final int PARTS_MAX = 5_000;
    private static final long UNPACKED_BYTES_MAX = 64L * 1024 * 1024;
    private static final int DEPTH_MAX = 500;

    private static final Pattern WITH_WORDS =
            Pattern.compile("word/(document|footnotes|endnotes|header\\d*|footer\\d*)\\.xml"
                    + "|xl/sharedStrings\\.xml|ppt/(slides|notesSlides)/[^/]*\\.xml|content\\.xml");

    /** Where these end, a word ends. Runs within a paragraph don't: they cut words in two. */
    private static final Set<String> ENDS =
            Set.of("p", "h", "si", "tab", "br", "line-break", "s", "tc", "tr", "table-cell");

    private OfficeText() {}

    static String of(Path file, long deadline) throws IOException {
        StringBuilder text = new StringBuilder();
        Bounded bounded = new Bounded(deadline);
        boolean any = false;
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            int parts = 0;
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                any = true;
                if (++parts > PARTS_MAX) {
                    throw new FileText.Unreadable("too many parts");
                }
                InputStream content = bounded.of(zip);
                if (WITH_WORDS.matcher(part.getName()).matches() && text.length() < FileText.TEXT_LENGTH_MAX) {
                    words(content, text);
                } else {
                    content.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
        } catch (IllegalArgumentException e) {
            throw new FileText.Unreadable("a broken zip");
        }
        if (!any) {
            throw new FileText.Unreadable("no zip");
        }
        return text.toString();
    }

    private static void words(InputStream content, StringBuilder text) throws IOException {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(content);
            int depth = 0;
            while (xml.hasNext() && text.length() < FileText.TEXT_LENGTH_MAX) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEPTH_MAX) {
                            throw new FileText.Unreadable("too deep");
                        }
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        if (ENDS.contains(xml.getLocalName())) {
                            text.append(' ');
                        }
                    }
                    default -> {}
                }
            }
            text.append(' ');
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException broken) {
                throw broken;
            }
            throw new FileText.Unreadable("broken XML");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside is read");
        });
        return factory;
    }

    /** Counts what all parts unpack to together. */
    private static final class Bounded {

        private final long deadline;
        private long unpacked;

        Bounded(long deadline) {
            this.deadline = deadline;
        }

        InputStream of(ZipInputStream zip) {
            return new FilterInputStream(zip) {
                @Override
                public int read() throws IOException {
                    int one = super.read();
                    count(one < 0 ? 0 : 1);
                    return one;
                }

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    int n = super.read(buffer, offset, length);
                    count(n);
                    return n;
                }

                @Override
                public void close() {
                    // The parser closes a part; the zip goes on.
                }
            };
        }

        private void count(int n) throws IOException {
            unpacked += Math.max(0, n);
            if (unpacked > UNPACKED_BYTES_MAX) {
                throw new FileText.Unreadable("too large unpacked");
            }
            if (System.nanoTime() > deadline) {
                throw new FileText.Unreadable("takes too long");
            }
        }
    }
}
