#include "server/transport/channel_papers_for_test.h"

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <fstream>

namespace vigie {

PapersForTest::PapersForTest() {
  std::string name = (std::filesystem::temp_directory_path() / "vigie_papers_XXXXXX").string();
  folder_ = mkdtemp(name.data());
}

PapersForTest::~PapersForTest() { std::filesystem::remove_all(folder_); }

TlsFiles PapersForTest::make(const std::string& name) const {
  const TlsFiles files{.certificate = folder_ / (name + ".pem"), .key = folder_ / (name + ".key")};
  EVP_PKEY* key = EVP_EC_gen("P-256");
  X509* paper = X509_new();
  X509_set_version(paper, 2);
  ASN1_INTEGER_set(X509_get_serialNumber(paper), 1);
  X509_gmtime_adj(X509_getm_notBefore(paper), 0);
  X509_gmtime_adj(X509_getm_notAfter(paper), 3'600);
  X509_set_pubkey(paper, key);
  const auto* text = reinterpret_cast<const unsigned char*>(name.c_str());
  X509_NAME* subject = X509_get_subject_name(paper);
  X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, text, -1, -1, 0);
  X509_set_issuer_name(paper, subject);
  X509_EXTENSION* place =
      X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1");
  X509_add_ext(paper, place, -1);
  X509_EXTENSION_free(place);
  X509_sign(paper, key, EVP_sha256());
  FILE* to = fopen(files.certificate.c_str(), "w");
  PEM_write_X509(to, paper);
  fclose(to);
  to = fopen(files.key.c_str(), "w");
  PEM_write_PrivateKey(to, key, nullptr, nullptr, 0, nullptr, nullptr);
  fclose(to);
  X509_free(paper);
  EVP_PKEY_free(key);
  return files;
}

std::string PapersForTest::write(const std::string& name, const std::string& text) const {
  std::ofstream{folder_ / name} << text;
  return folder_ / name;
}

}  // namespace vigie
