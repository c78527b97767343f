package jp.michishirube.journey;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Finds a browser on whatever machine the tests run: the own setting, an installed Chromium, Playwright's own download, the
 * distribution's package when root. Where all fail the tests fail: they are never skipped. The headless shell goes first: it draws no
 * window nobody sees, which is a quarter of a journey's processor time.
 */
final class ChromiumFinder {

    static final String SETTING = "MICHISHIRUBE_BROWSER";
    private static final String SHELL = "chromium-headless-shell";
    private static final List<String> NAMES = List.of(SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final List<String> PLACES = List.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium", "C:/Program Files/Google/Chrome/Application/chrome.exe");

    private ChromiumFinder() {}

    /** @return the executable, or empty when Playwright has its own now */
    static Optional<Path> find() {
        Optional<String> set = Optional.ofNullable(System.getenv(SETTING)).filter(s -> !s.isBlank());
        if (set.isPresent()) {
            Path path = Path.of(set.get());
            if (!Files.isExecutable(path)) {
                throw new IllegalStateException(SETTING + " names " + path + ", which is no program that can be run");
            }
            return Optional.of(path);
        }
        Optional<Path> installed = installed();
        if (installed.isPresent()) {
            return installed;
        }
        if (playwrightsOwn()) {
            return Optional.empty();
        }
        packageOfTheDistribution();
        return Optional.of(installed().orElseThrow(() -> new IllegalStateException("""
                No browser for the journey tests: no Chromium or Chrome is installed, Playwright could not download its own, \
                and the distribution's package could not be installed (that needs root). Install Chromium, or name one in \
                the environment variable %s.""".formatted(SETTING))));
    }

    private static Optional<Path> installed() {
        Stream<Path> onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).filter(s -> !s.isBlank())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(onPath, PLACES.stream().map(Path::of)).filter(Files::isRegularFile).filter(Files::isExecutable).findFirst();
    }

    private static boolean playwrightsOwn() {
        try {
            ProcessBuilder install = Driver.ensureDriverInstalled(Map.of(), false).createProcessBuilder();
            install.command().addAll(List.of("install", "chromium"));
            return run(install, 240);
        } catch (IOException | RuntimeException e) {
            System.err.println("Playwright's own browser: " + e.getMessage());
            return false;
        }
    }

    private static void packageOfTheDistribution() {
        if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return;
        }
        try {
            run(new ProcessBuilder("apt-get", "update", "-q"), 180);
            if (!aptInstall(SHELL)) {
                aptInstall("chromium");
            }
        } catch (IOException e) {
            System.err.println("The distribution's browser: " + e.getMessage());
        }
    }

    private static boolean aptInstall(String browser) throws IOException {
        ProcessBuilder install = new ProcessBuilder("apt-get", "install", "-q", "-y", "--no-install-recommends", browser, "fonts-noto-cjk");
        install.environment().put("DEBIAN_FRONTEND", "noninteractive");
        return run(install, 600);
    }

    /** Downloads hang where their server cannot be reached: each has its time. */
    private static boolean run(ProcessBuilder command, long seconds) throws IOException {
        Process process = command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            if (process.waitFor(seconds, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
