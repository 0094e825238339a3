#include "server/identity/openid/fetch.h"

#include <curl/curl.h>

#include <memory>

#include "engine/base/require.h"
#include "server/identity/openid/provider_away.h"
#include "server/identity/openid/web_address.h"

namespace vigie {

namespace {

using Handle = std::unique_ptr<CURL, decltype([](CURL* handle) { curl_easy_cleanup(handle); })>;
using FieldList =
    std::unique_ptr<curl_slist, decltype([](curl_slist* all) { curl_slist_free_all(all); })>;

struct Received {
  std::string body;
  std::size_t most = 0;
};

/// Taking fewer bytes than were given ends the transfer.
std::size_t receive(char* from, std::size_t, std::size_t size, void* to) {
  auto& received = *static_cast<Received*>(to);
  if (received.body.size() + size > received.most) return 0;
  received.body.append(from, size);
  return size;
}

void prepare_library() {
  static const CURLcode code = curl_global_init(CURL_GLOBAL_DEFAULT);
  ensure(code == CURLE_OK, "libcurl can be prepared");
}

template <class Value>
void set(CURL* handle, CURLoption option, Value value) {
  ensure(curl_easy_setopt(handle, option, value) == CURLE_OK, "an option that libcurl has");
}

void set_limits(CURL* handle, const WebAddress& address, const FetchTerms& terms) {
  set(handle, CURLOPT_PROTOCOLS_STR, address.is_secure ? "https" : "http");
  set(handle, CURLOPT_FOLLOWLOCATION, 0L);
  set(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(terms.longest.count()));
  set(handle, CURLOPT_NOSIGNAL, 1L);  // more threads than this one
  set(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!address.is_secure) set(handle, CURLOPT_PROXY, "");  // this machine asks itself
}

void set_asked(CURL* handle, const FetchAsked& asked) {
  set(handle, CURLOPT_URL, asked.address.c_str());
  if (asked.form) {
    set(handle, CURLOPT_POSTFIELDSIZE, static_cast<long>(asked.form->size()));
    set(handle, CURLOPT_POSTFIELDS, asked.form->c_str());
  }
  if (!asked.user) return;
  set(handle, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
  set(handle, CURLOPT_USERNAME, asked.user->c_str());
  set(handle, CURLOPT_PASSWORD, asked.password.c_str());
}

FieldList fields_of_head(const FetchAsked& asked) {
  FieldList fields{curl_slist_append(nullptr, "Accept: application/json")};
  if (asked.token.empty()) return fields;
  const std::string shown = "Authorization: Bearer " + asked.token;
  curl_slist_append(fields.get(), shown.c_str());
  return fields;
}

}  // namespace

FetchTerms fetch_terms(const Limits& limits) {
  return {.longest = std::chrono::milliseconds{limits[Limit::openid_milliseconds]},
          .most_bytes = static_cast<std::size_t>(limits[Limit::openid_answer_bytes])};
}

Fetched fetch(const FetchAsked& asked, const FetchTerms& terms) {
  const auto address = web_address_from(asked.address, true);
  if (!address) throw ProviderAway{"an address that is not https"};
  prepare_library();
  const Handle handle{curl_easy_init()};
  if (!handle) throw std::bad_alloc{};
  Received received{.body = {}, .most = terms.most_bytes};
  const FieldList fields = fields_of_head(asked);
  set_limits(handle.get(), *address, terms);
  set_asked(handle.get(), asked);
  set(handle.get(), CURLOPT_HTTPHEADER, fields.get());
  set(handle.get(), CURLOPT_WRITEFUNCTION, receive);
  set(handle.get(), CURLOPT_WRITEDATA, &received);
  const CURLcode code = curl_easy_perform(handle.get());
  if (code == CURLE_WRITE_ERROR) throw ProviderAway{"an answer that is too large"};
  if (code != CURLE_OK) throw ProviderAway{curl_easy_strerror(code)};
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  return {.status = static_cast<int>(status), .body = std::move(received.body)};
}

}  // namespace vigie
