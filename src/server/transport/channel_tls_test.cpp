#include "server/transport/channel_tls.h"

#include <gtest/gtest.h>
#include <openssl/ssl.h>

#include "server/transport/channel_papers_for_test.h"
#include "server/transport/client_for_test.h"

namespace vigie {
namespace {

using namespace http_for_test;  // NOLINT: the words of these tests

/// A TLS client over a socket that waits.
class SecureClient {
 public:
  explicit SecureClient(const Served& served, int version = TLS1_3_VERSION)
      : client_{served.client()},
        terms_{SSL_CTX_new(TLS_client_method()), SSL_CTX_free},
        tls_{nullptr, SSL_free} {
    SSL_CTX_set_max_proto_version(terms_.get(), version);
    SSL_CTX_set_min_proto_version(terms_.get(), version);
    tls_.reset(SSL_new(terms_.get()));
    SSL_set_fd(tls_.get(), client_.descriptor());
    is_agreed_ = SSL_connect(tls_.get()) == 1;
  }
  bool is_agreed() const { return is_agreed_; }
  bool say(const std::string& text) {
    return SSL_write(tls_.get(), text.data(), static_cast<int>(text.size())) > 0;
  }
  std::string hear_until(std::string_view words) {
    char bytes[16'384];
    while (heard_.find(words) == std::string::npos) {
      const int read = SSL_read(tls_.get(), bytes, sizeof bytes);
      if (read <= 0) break;
      heard_.append(bytes, static_cast<std::size_t>(read));
    }
    return std::exchange(heard_, {});
  }
  std::string name_of_server() const {
    X509* paper = SSL_get1_peer_certificate(tls_.get());
    char name[256] = {};
    X509_NAME_get_text_by_NID(X509_get_subject_name(paper), OBJ_txt2nid("CN"), name, sizeof name);
    X509_free(paper);
    return name;
  }

 private:
  Client client_;
  std::unique_ptr<SSL_CTX, void (*)(SSL_CTX*)> terms_;
  std::unique_ptr<SSL, void (*)(SSL*)> tls_;
  bool is_agreed_ = false;
  std::string heard_;
};

std::vector<Route> secured_routes() {
  return {{.pattern = "/secure",
           .answer =
               [](const Call& call) {
                 return Response{.media_type = "text/plain",
                                 .body = call.request.is_secure ? "secure." : "in clear."};
               }},
          {.method = Method::post, .pattern = "/echo", .answer = [](const Call& call) {
             return Response{.media_type = "text/plain", .body = call.request.body + "."};
           }}};
}

TEST(ChannelTls, both_versions_in_use_are_spoken_and_older_ones_are_not) {
  const PapersForTest papers;
  const Served served{secured_routes(), {}, read_tls_terms(papers.make("one"))};
  for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    SecureClient client{served, version};
    ASSERT_TRUE(client.is_agreed());
    for (int i = 0; i < 3; ++i) {
      ASSERT_TRUE(client.say(get("/secure")));
      EXPECT_TRUE(client.hear_until("\r\n\r\nsecure.").ends_with("\r\n\r\nsecure."));
    }
  }
  EXPECT_FALSE((SecureClient{served, TLS1_1_VERSION}.is_agreed()));
}

TEST(ChannelTls, a_large_body_goes_both_ways) {
  const PapersForTest papers;
  const Served served{secured_routes(), {}, read_tls_terms(papers.make("one"))};
  SecureClient client{served};
  const std::string body(1'000'000, 'x');
  std::thread speaks{[&] { EXPECT_TRUE(client.say(post("/echo", body))); }};
  speaks.join();
  EXPECT_NE(client.hear_until(body + ".").find("\r\n\r\n" + body + "."), std::string::npos);
}

TEST(ChannelTls, a_renewed_certificate_serves_those_who_come_next) {
  const PapersForTest papers;
  Served served{secured_routes(), {}, read_tls_terms(papers.make("old"))};
  SecureClient before{served};
  EXPECT_EQ(before.name_of_server(), "old");
  served.server().renew(read_tls_terms(papers.make("new")));
  EXPECT_TRUE(comes_true([&] { return SecureClient{served}.name_of_server() == "new"; }));
  ASSERT_TRUE(before.say(get("/secure")));
  EXPECT_NE(before.hear_until("secure.").find("200 OK"), std::string::npos);
}

TEST(ChannelTls, one_who_does_not_shake_hands_is_closed) {
  const PapersForTest papers;
  Limits limits;
  limits.set(Limit::handshake_milliseconds, 200);
  const Served served{secured_routes(), limits, read_tls_terms(papers.make("one"))};
  Client silent = served.client();
  Client in_clear = served.client();
  ASSERT_TRUE(in_clear.say(get("/secure")));
  EXPECT_TRUE(in_clear.is_ended());
  EXPECT_TRUE(silent.is_ended());
}

TEST(ChannelTls, files_that_cannot_be_used_are_named) {
  const PapersForTest papers;
  const TlsFiles one = papers.make("one");
  const TlsFiles two = papers.make("two");
  const std::string nonsense = papers.write("nonsense", "nonsense");
  const std::pair<TlsFiles, std::string> cases[] = {
      {{.certificate = "absent.pem", .key = one.key}, "absent.pem"},
      {{.certificate = nonsense, .key = one.key}, nonsense},
      {{.certificate = one.certificate, .key = nonsense}, nonsense},
      {{.certificate = one.certificate, .key = two.key}, two.key},
  };
  for (const auto& [files, name] : cases) {
    try {
      read_tls_terms(files);
      FAIL() << name;
    } catch (const std::runtime_error& error) {
      EXPECT_NE(std::string{error.what()}.find(name), std::string::npos) << error.what();
    }
  }
}

}  // namespace
}  // namespace vigie
