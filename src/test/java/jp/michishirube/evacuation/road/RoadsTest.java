package jp.michishirube.evacuation.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.michishirube.municipality.Folders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An extract that is none leaves the product without roads and with a reason, never without a start. */
class RoadsTest {

    @TempDir Path folder;

    @Test
    void anExtractThatIsNoOsmIsToldAndNothingFails() throws IOException {
        assertThat(state("letter.osm", "拝啓")).isEqualTo(Roads.State.UNUSABLE);
        assertThat(state("empty.osm.pbf", "")).isEqualTo(Roads.State.UNUSABLE);
        assertThat(state("cut.osm", "<?xml version='1.0'?><osm version=\"0.6\"><node id=\"1\" lat=\"37.5\"")).isEqualTo(Roads.State.UNUSABLE);
        Roads missing = roads(folder.resolve("nowhere.osm.pbf"));
        assertThat(missing.state()).isEqualTo(Roads.State.UNUSABLE);
        assertThat(missing.network()).isEmpty();
    }

    private Roads.State state(String name, String content) throws IOException {
        return roads(Files.writeString(folder.resolve(name), content)).state();
    }

    private Roads roads(Path extract) {
        return new Roads(new Folders(null), "990019", extract.toString(), folder.resolve("data"), 200);
    }
}
