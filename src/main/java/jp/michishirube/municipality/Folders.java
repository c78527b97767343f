package jp.michishirube.municipality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Where {@code processes/}, {@code forms/} and {@code reports/} are read from: the municipality's own folder first
 * ({@code michishirube.override-dir}), else what is packaged. Paths are such as {@code forms/990019/plan.schema.json}.
 */
public final class Folders {

    private final Path override;
    private final PathMatchingResourcePatternResolver packaged = new PathMatchingResourcePatternResolver();

    /** @param override the municipality's own folder, or null for none */
    public Folders(Path override) {
        this.override = override;
    }

    public Optional<Resource> find(String path) {
        if (override != null && Files.isRegularFile(override.resolve(path))) {
            return Optional.of(new FileSystemResource(override.resolve(path)));
        }
        Resource resource = packaged.getResource("classpath:" + path);
        return resource.exists() ? Optional.of(resource) : Optional.empty();
    }

    /** @throws IllegalStateException when the file is in neither place */
    public Resource get(String path) {
        return find(path).orElseThrow(() -> new IllegalStateException(path + " is neither packaged nor in the override folder"));
    }

    public String text(String path) {
        try {
            return get(path).getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /**
     * @param folder such as {@code forms/990019/notices}
     * @param suffix such as {@code .md}
     * @return the files directly in the folder by name, sorted; the municipality's own replace the packaged ones of the same name
     */
    public Map<String, Resource> list(String folder, String suffix) {
        Map<String, Resource> found = new TreeMap<>();
        try {
            Arrays.stream(packaged.getResources("classpath*:" + folder + "/*" + suffix)).forEach(r -> found.put(r.getFilename(), r));
            if (override != null && Files.isDirectory(override.resolve(folder))) {
                try (var files = Files.list(override.resolve(folder))) {
                    List<Path> own = files.filter(f -> f.getFileName().toString().endsWith(suffix)).toList();
                    own.forEach(f -> found.put(f.getFileName().toString(), new FileSystemResource(f)));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(folder, e);
        }
    }
}
