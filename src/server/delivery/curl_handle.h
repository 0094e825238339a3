// libcurl, as carriers use it.
#pragma once

#include <curl/curl.h>

#include <atomic>
#include <memory>

#include "engine/base/require.h"

namespace vigie {

using CurlHandle = std::unique_ptr<CURL, decltype([](CURL* handle) { curl_easy_cleanup(handle); })>;
using CurlList =
    std::unique_ptr<curl_slist, decltype([](curl_slist* all) { curl_slist_free_all(all); })>;

/// Ready; kept by its carrier with its connection. Throws std::bad_alloc.
inline CurlHandle made_curl_handle() {
  static const CURLcode code = curl_global_init(CURL_GLOBAL_DEFAULT);
  ensure(code == CURLE_OK, "libcurl can be prepared");
  CurlHandle handle{curl_easy_init()};
  if (!handle) throw std::bad_alloc{};
  return handle;
}

template <class Value>
void set_curl(const CurlHandle& handle, CURLoption option, Value value) {
  ensure(curl_easy_setopt(handle.get(), option, value) == CURLE_OK, "an option that libcurl has");
}

/// Ends a transfer when the program stops.
inline void stop_curl_with(const CurlHandle& handle, const std::atomic<bool>& stops) {
  constexpr auto ask = [](void* stop, curl_off_t, curl_off_t, curl_off_t, curl_off_t) -> int {
    return *static_cast<const std::atomic<bool>*>(stop) ? 1 : 0;
  };
  set_curl(handle, CURLOPT_NOPROGRESS, 0L);
  set_curl(handle, CURLOPT_XFERINFOFUNCTION, static_cast<curl_xferinfo_callback>(ask));
  set_curl(handle, CURLOPT_XFERINFODATA, const_cast<std::atomic<bool>*>(&stops));
}

}  // namespace vigie
