// Presses the one button of the page that ends the provider's session; without a script a person does.
document.getElementById('sign-out').requestSubmit()
