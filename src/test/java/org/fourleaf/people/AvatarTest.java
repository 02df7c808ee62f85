package org.fourleaf.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InFourleaf
class AvatarTest {

    private final World world;
    private final String annas;

    AvatarTest(@Autowired Worlds worlds) {
        world = worlds.fresh();
        annas = "/api/v1/agents/" + world.agentId(World.ANNA) + "/avatar";
    }

    /** Red in the middle square, blue at the sides. */
    private static byte[] picture(int width, int height, String format) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(0, 0, width, height);
        int side = Math.min(width, height);
        pen.setColor(Color.RED);
        pen.fillRect((width - side) / 2, (height - side) / 2, side, side);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    @Test
    void a_picture_becomes_a_square_face_that_is_kept_for_ever() throws IOException {
        Api anna = world.anna();
        for (String format : new String[] {"png", "jpeg", "gif"}) {
            String url = anna.send("PUT", annas, picture(900, 300, format), "image/" + format)
                    .mustBe(200)
                    .text("/avatar_url");
            assertThat(world.bram().get("/api/v1/agents/" + World.ANNA).text("/avatar_url"))
                    .isEqualTo(url);
            assertThat(anna.get("/api/v1/me").text("/agent/avatar_url")).isEqualTo(url);
            Api.Answer large = world.bram().get(url + "&size=large").mustBe(200);
            assertThat(large.header("Content-Type")).isEqualTo("image/jpeg");
            assertThat(large.header("Cache-Control")).contains("immutable", "private");
            BufferedImage face = ImageIO.read(new ByteArrayInputStream(large.bytes()));
            assertThat(face.getWidth()).isEqualTo(256).isEqualTo(face.getHeight());
            assertThat(new Color(face.getRGB(3, 128)).getRed()).isGreaterThan(200);
            BufferedImage small = ImageIO.read(
                    new ByteArrayInputStream(world.bram().get(url).mustBe(200).bytes()));
            assertThat(small.getWidth()).isEqualTo(72);
        }
        assertThat(anna.get(annas + "?v=older").mustBe(200).header("Cache-Control"))
                .contains("no-cache");
    }

    @Test
    void nothing_of_the_file_but_what_is_seen_stays() throws IOException {
        byte[] png = picture(64, 64, "png");
        byte[] words = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        byte[] file = new byte[png.length + words.length];
        System.arraycopy(png, 0, file, 0, png.length);
        System.arraycopy(words, 0, file, png.length, words.length);
        Api anna = world.anna();
        anna.send("PUT", annas, file, "image/png").mustBe(200);
        assertThat(anna.get(annas).mustBe(200).string()).doesNotContain("script");
    }

    @Test
    void what_is_no_picture_is_refused() throws IOException {
        Api anna = world.anna();
        refused(anna, "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));
        refused(anna, new byte[0]);
        refused(anna, picture(8, 8, "png"));
        refused(anna, picture(9_000, 3_000, "png"));
        byte[] broken = picture(64, 64, "png");
        refused(anna, Arrays.copyOf(broken, broken.length / 3));
        anna.send("PUT", annas, new byte[6_000_000], "image/png").mustRefuse(413, "too-large");
    }

    private void refused(Api by, byte[] file) {
        by.send("PUT", annas, file, "image/png").mustRefuse(422, "not-a-picture");
    }

    @Test
    void ones_own_face_is_ones_own_and_its_lookers_after() throws IOException {
        byte[] file = picture(64, 64, "png");
        world.bram().send("PUT", annas, file, "image/png").mustRefuse(403, "permission-missing");
        world.olga().send("PUT", annas, file, "image/png").mustBe(200);
        world.bram().delete(annas).mustRefuse(403, "permission-missing");
        world.anna().delete(annas).mustBe(204);
        world.anna().get(annas).mustRefuse(404, "not-found");
        assertThat(world.anna()
                        .get("/api/v1/agents/" + World.ANNA)
                        .body()
                        .at("/avatar_url")
                        .isNull())
                .isTrue();
        world.olga().get("/api/v1/agents/" + UUID.randomUUID() + "/avatar").mustRefuse(404, "not-found");
    }

    @Test
    void another_workspace_sees_no_face(@Autowired Worlds worlds) throws IOException {
        world.olga().send("PUT", annas, picture(64, 64, "png"), "image/png").mustBe(200);
        worlds.fresh().olga().get(annas).mustRefuse(404, "not-found");
        world.stranger().get(annas).mustRefuse(401, "sign-in-needed");
    }

    @Test
    void an_agent_says_which_languages_they_speak() {
        world.anna()
                .patch("/api/v1/me", Map.of("languages", List.of("lt", "en")))
                .mustBe(200);
        assertThat(world.anna()
                        .get("/api/v1/me")
                        .body()
                        .at("/agent/languages/0")
                        .asString())
                .isEqualTo("lt");
    }
}
