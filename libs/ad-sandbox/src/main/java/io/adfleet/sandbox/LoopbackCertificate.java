package io.adfleet.sandbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

/**
 * A certificate for {@code localhost} and {@code 127.0.0.1} that signs itself, and what trusts it.
 *
 * @param certificate PEM
 * @param key PEM, PKCS #8
 * @param trustStore PKCS #12 that holds only this certificate; its password is {@link #PASSWORD}
 */
public record LoopbackCertificate(Path certificate, Path key, Path trustStore) {

  /** The password of the trust store; it protects nothing secret. */
  public static final String PASSWORD = "changeit";

  private static final Duration LIFE = Duration.ofDays(3650);

  /** Makes the three files in that folder, or finds them there from an earlier time. */
  public static LoopbackCertificate create(Path folder) {
    return create(folder, Clock.systemUTC());
  }

  static LoopbackCertificate create(Path folder, Clock clock) {
    LoopbackCertificate files =
        new LoopbackCertificate(
            folder.resolve("cert.pem"), folder.resolve("key.pem"), folder.resolve("trust.p12"));
    try {
      if (!files.usableAt(clock.instant())) {
        Files.createDirectories(folder);
        files.write(clock.instant());
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("No certificate can be written to " + folder, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK cannot make a certificate", e);
    }
  }

  private boolean usableAt(Instant now) throws IOException {
    if (!Files.exists(certificate) || !Files.exists(key) || !Files.exists(trustStore)) {
      return false;
    }
    try {
      read(Files.readAllBytes(certificate)).checkValidity(Date.from(now.plusSeconds(86_400)));
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }

  private void write(Instant now) throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    byte[] signed = sign(pair, now.minus(Duration.ofDays(1)), now.plus(LIFE));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("sandbox", read(signed));
    try (OutputStream out = Files.newOutputStream(trustStore)) {
      store.store(out, PASSWORD.toCharArray());
    }
    Files.writeString(key, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    Files.writeString(certificate, pem("CERTIFICATE", signed));
  }

  private static byte[] sign(KeyPair pair, Instant from, Instant to)
      throws GeneralSecurityException {
    byte[] algorithm = Der.sequence(Der.oid(1, 2, 840, 10045, 4, 3, 2));
    byte[] name = Der.sequence(Der.set(Der.sequence(Der.oid(2, 5, 4, 3), Der.text("localhost"))));
    byte[] names =
        Der.sequence(
            Der.tagged(0x82, "localhost".getBytes(StandardCharsets.US_ASCII)),
            Der.tagged(0x87, new byte[] {127, 0, 0, 1}));
    byte[] authority = Der.sequence(Der.tagged(0x01, new byte[] {(byte) 0xFF}));
    byte[] extensions =
        Der.sequence(
            Der.sequence(Der.oid(2, 5, 29, 17), Der.tagged(0x04, names)),
            Der.sequence(
                Der.oid(2, 5, 29, 19),
                Der.tagged(0x01, new byte[] {(byte) 0xFF}),
                Der.tagged(0x04, authority)));
    byte[] serial = new byte[16];
    new SecureRandom().nextBytes(serial);
    serial[0] = (byte) (serial[0] & 0x3F | 0x40);
    byte[] body =
        Der.sequence(
            Der.tagged(0xA0, Der.tagged(0x02, new byte[] {2})),
            Der.tagged(0x02, serial),
            algorithm,
            name,
            Der.sequence(Der.time(from), Der.time(to)),
            name,
            pair.getPublic().getEncoded(),
            Der.tagged(0xA3, extensions));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(pair.getPrivate());
    signature.update(body);
    return Der.sequence(body, algorithm, Der.bits(signature.sign()));
  }

  private static X509Certificate read(byte[] encoded) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(encoded));
  }

  private static String pem(String what, byte[] bytes) {
    return "-----BEGIN "
        + what
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
        + "\n-----END "
        + what
        + "-----\n";
  }
}
