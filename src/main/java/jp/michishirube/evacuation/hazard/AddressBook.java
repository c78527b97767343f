package jp.michishirube.evacuation.hazard;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.michishirube.japanese.AddressSpelling;
import jp.michishirube.municipality.Folders;
import jp.michishirube.municipality.Municipality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The municipality's own list of addresses and positions ({@code forms/<code>/addresses.csv}: 住所,緯度,経度), and the national registry's
 * files for what it lacks, used instead of an outside geocoder: no address of a resident leaves the house. The longest entry that the address begins with is taken, and how exact that is
 * goes with it.
 */
@Component
public class AddressBook {

    private static final Logger log = LoggerFactory.getLogger(AddressBook.class);
    private static final Pattern MATCHED = Pattern.compile("\\d+(?:-\\d+)*$");
    private static final Pattern MISSING = Pattern.compile("^(?:-\\d+)+|^\\d+(?:-\\d+)*");

    private final Folders folders;
    private final String path;
    private final String registry;
    private final Set<String> codes;
    private volatile AddressFile file;

    @Autowired
    AddressBook(Folders folders, Municipality municipality, @Value("${michishirube.evacuation.address-registry:}") String registry) {
        this(folders, municipality.code(), registry, Stream.concat(Stream.of(municipality.code()),
                municipality.section("evacuation", EvacuationPolicy.class).wardCodes().stream()).collect(Collectors.toSet()));
    }

    /** @param registry folder with files of the address base registry; empty for none */
    AddressBook(Folders folders, String municipality, String registry, Set<String> codes) {
        this.folders = folders;
        this.path = "forms/" + municipality + "/addresses.csv";
        this.registry = registry;
        this.codes = codes;
    }

    public record Found(Position position, Exactness exactness) {}

    /** @return where that address is, or the block or 町 it begins with; empty where the list has none of it */
    public Optional<Found> find(String address) {
        Map<String, Position> entries = file().entries();
        if (address == null || entries.isEmpty()) {
            return Optional.empty();
        }
        String key = AddressSpelling.withoutCounty(AddressSpelling.key(address));
        for (String beginning : AddressSpelling.beginnings(key)) {
            Position found = beginning.length() > 3 ? entries.get(beginning) : null;
            if (found != null) {
                return Optional.of(new Found(found, exactness(beginning, key, address.contains("丁目"))));
            }
        }
        return Optional.empty();
    }

    /** What of the file could not be used, for the page of hazard maps. */
    List<AddressFile.Fault> faults() {
        return file().faults();
    }

    /** A building's own numbers come after the house's: only numbers that follow one another count. */
    private static Exactness exactness(String found, String key, boolean saysChome) {
        long matched = numbers(MATCHED, found);
        long given = matched + numbers(MISSING, key.substring(found.length()));
        boolean chome = saysChome || given > 2;
        if (matched == 0 || chome && matched == 1) {
            return Exactness.TOWN;
        }
        return matched == given && (!chome || given > 2) ? Exactness.DOOR : Exactness.BLOCK;
    }

    private static long numbers(Pattern run, String text) {
        Matcher matcher = run.matcher(text);
        return matcher.find() ? matcher.group().chars().filter(c -> c == '-').count() + (matcher.group().startsWith("-") ? 0 : 1) : 0;
    }

    private AddressFile file() {
        if (file == null) {
            Optional<Resource> resource = folders.find(path);
            AddressFile own = resource.map(AddressFile::read).orElse(AddressFile.NONE);
            file = registry.isBlank() ? own : own.and(AddressRegistry.read(Path.of(registry), codes));
            if (!file.faults().isEmpty()) {
                log.warn("{} rows of addresses are not used, the first is {} line {} ({})", file.faults().size(), file.faults().get(0).file(), file.faults().get(0).line(),
                        file.faults().get(0).reason());
            }
        }
        return file;
    }
}
