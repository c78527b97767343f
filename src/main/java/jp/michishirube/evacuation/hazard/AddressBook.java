package jp.michishirube.evacuation.hazard;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    /** What is shorter names a street of any city. */
    private static final int SHORTEST = 3;

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
        for (int end = key.length(); end > SHORTEST; end--) {
            Position found = AddressSpelling.mayEndAt(key, end) ? entries.get(key.substring(0, end)) : null;
            if (found != null) {
                return Optional.of(new Found(found, exactness(key.substring(0, end), key, address.contains("丁目"))));
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
        long matched = numbersAtTheEnd(found);
        long given = matched + numbersAtTheBeginning(key.substring(found.length()));
        boolean chome = saysChome || given > 2;
        if (matched == 0 || chome && matched == 1) {
            return Exactness.TOWN;
        }
        return matched == given && (!chome || given > 2) ? Exactness.DOOR : Exactness.BLOCK;
    }

    /** How many numbers joined by hyphens the text ends with. */
    private static long numbersAtTheEnd(String text) {
        long numbers = 0;
        for (int i = text.length() - 1; i >= 0 && isDigit(text, i); i--) {
            if (i == 0 || !isDigit(text, i - 1)) {
                numbers++;
                i -= i > 1 && text.charAt(i - 1) == '-' ? 1 : 0;
            }
        }
        return numbers;
    }

    /** How many it begins with; a hyphen may stand before the first. */
    private static long numbersAtTheBeginning(String text) {
        long numbers = 0;
        int i = text.startsWith("-") ? 1 : 0;
        while (i < text.length() && isDigit(text, i)) {
            numbers++;
            while (i < text.length() && isDigit(text, i)) {
                i++;
            }
            i += i < text.length() && text.charAt(i) == '-' ? 1 : 0;
        }
        return numbers;
    }

    private static boolean isDigit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
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
