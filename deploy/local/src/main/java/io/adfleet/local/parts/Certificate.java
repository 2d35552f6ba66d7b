package io.adfleet.local.parts;

import io.adfleet.local.Trouble;
import io.adfleet.local.process.Shell;
import io.adfleet.local.settings.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * The certificate with which the sandbox speaks for Google on the loopback interface and, in
 * containers, under its own name; made once per data folder, with the trust store that makes a
 * service believe it.
 */
public record Certificate(Path certificate, Path key, Path trustStore, String password) {

  private static final String ALIAS = "sandbox";

  /** The one in that folder; created when missing. */
  public static Certificate in(Path folder, String password) {
    Certificate made =
        new Certificate(
            folder.resolve("certificate.pem"),
            folder.resolve("key.pem"),
            folder.resolve("trust.p12"),
            password);
    if (!Files.exists(made.trustStore)) {
      made.create(Folders.create(folder).resolve("key.p12"));
    }
    return made;
  }

  private void create(Path keyStore) {
    try {
      Files.deleteIfExists(keyStore);
      generate(keyStore);
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(keyStore)) {
        keys.load(in, password.toCharArray());
      }
      write(key, "PRIVATE KEY", keys.getKey(ALIAS, password.toCharArray()).getEncoded());
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
      write(certificate, "CERTIFICATE", keys.getCertificate(ALIAS).getEncoded());
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
      try (OutputStream out = Files.newOutputStream(trustStore)) {
        trusted.store(out, password.toCharArray());
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new Trouble("The sandbox's certificate cannot be created: " + e.getMessage(), e);
    }
  }

  private void generate(Path keyStore) {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Shell.Answer made =
        Shell.run(
            List.of(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=adfleet sandbox",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost,dns:" + ALIAS,
                "-validity",
                "3650",
                "-storetype",
                "PKCS12",
                "-keystore",
                keyStore.toString(),
                "-storepass",
                password));
    if (!made.succeeded()) {
      throw new Trouble("The sandbox's certificate cannot be created: " + made.output());
    }
  }

  private static void write(Path file, String what, byte[] content) throws IOException {
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    Files.writeString(
        file,
        "-----BEGIN %s-----%n%s%n-----END %s-----%n"
            .formatted(what, lines.encodeToString(content), what));
  }
}
